package io.lakewright.mcp;

import org.apache.catalina.valves.ErrorReportValve;

/** Error pages that say nothing about the server. Public only because Tomcat makes it by name. */
public final class QuietErrors extends ErrorReportValve {

    public QuietErrors() {
        setShowReport(false);
        setShowServerInfo(false);
    }
}
