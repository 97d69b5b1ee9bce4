package io.lakewright.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server behind streams that somebody else opened; they are closed with the connection. */
record StreamPeer(InputStream in, OutputStream out) implements LineTransport.Peer {

    private static final Logger LOG = LoggerFactory.getLogger(StreamPeer.class);

    @Override
    public JsonLines open() {
        return new JsonLines(in, out, Wire.MESSAGE_LIMIT);
    }

    @Override
    public void stop() {
        try (in;
                out) {
            out.flush();
        } catch (IOException e) {
            LOG.debug("The streams were closed already");
        }
    }

    @Override
    public String lastWords() {
        return "";
    }
}
