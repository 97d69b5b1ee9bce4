package io.lakewright.app;

import io.lakewright.app.store.SqlConversationStore;
import io.lakewright.app.store.TurnSignals;
import io.lakewright.app.web.SecurityHeaders;
import io.lakewright.mcp.GuardFilter;
import io.lakewright.mcp.RequestGuard;
import io.lakewright.runtime.Composition;
import io.lakewright.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Puts the product together with Spring: clock, store, composition, static files. */
@Configuration(proxyBeanMethods = false)
class Wiring implements WebMvcConfigurer {

    private static final long LARGEST_BODY_BYTES = 8L << 20;

    private final Path root =
            Path.of(System.getProperty("lakewright.root", ".")).toAbsolutePath();

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TurnSignals turnSignals() {
        return new TurnSignals();
    }

    /** One file, write-ahead log, every commit on disk before it returns; a connection is cheap enough to open anew. */
    @Bean
    DataSource dataSource(@Value("${spring.datasource.url}") String url) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(10_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
    }

    @Bean
    DataSourceTransactionManager transactionManager(DataSource source) {
        return new DataSourceTransactionManager(source);
    }

    @Bean(destroyMethod = "close")
    Composition composition(SqlConversationStore store) {
        store.closeInterruptedTurns();
        Composition composition = Composition.forServer(root, Settings.load(Path.of(""), System.getenv()), store);
        composition.engine().warmUp();
        return composition;
    }

    /** Other sites must not reach a server on loopback (threats.md 3.A); the first filter, so that nothing is parsed before. */
    @Bean
    FilterRegistrationBean<GuardFilter> guard() {
        FilterRegistrationBean<GuardFilter> filter =
                new FilterRegistrationBean<>(new GuardFilter(RequestGuard.loopback(LARGEST_BODY_BYTES)));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.addUrlPatterns("/*");
        return filter;
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        FilterRegistrationBean<SecurityHeaders> filter = new FilterRegistrationBean<>(new SecurityHeaders());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        filter.addUrlPatterns("/*");
        return filter;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/**").addResourceLocations("file:" + root.resolve("web/dist") + "/");
    }
}
