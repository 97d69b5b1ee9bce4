package io.lakewright.analyzer.read.supabase;

import io.lakewright.analyzer.read.ReadOptions;
import io.lakewright.analyzer.read.SourceKind;
import java.util.List;

/** A Supabase project by its service address; the password of the options is its service key. */
public record SupabaseSource() implements SourceKind {

    @Override
    public String words() {
        return "https://PROJECT.supabase.co";
    }

    @Override
    public boolean names(String source) {
        return ProjectAddress.looksLikeOne(source);
    }

    @Override
    public List<String> passwordVariables() {
        return List.of("SUPABASE_SERVICE_KEY");
    }

    @Override
    public Opened open(String source, ReadOptions options) {
        ProjectAddress address = ProjectAddress.parse(source);
        RestDescription description = new RestDescription(address, options.password());
        return Opened.withoutRows(DescriptionReader.read(address, description, options.schemas()));
    }
}
