package io.lakewright.analyzer.sample;

import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SchemaReading;
import io.lakewright.analyzer.read.SourceKind;
import java.util.List;
import java.util.Optional;

/** The sample workspace's source. */
public record SampleSource() implements SourceKind {

    @Override
    public String words() {
        return Sample.NAME;
    }

    @Override
    public boolean names(String source) {
        return source.equals(Sample.NAME);
    }

    @Override
    public Opened open(String source, ReadOptions options) {
        return new Opened(new SchemaReading(Sample.schema(), List.of()), Optional.of(Sample.rows()));
    }
}
