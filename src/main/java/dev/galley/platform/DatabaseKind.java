package dev.galley.platform;

import org.eclipse.microprofile.config.ConfigProvider;

/** Which database this runnable is for: Quarkus fixed it when it built. */
public final class DatabaseKind {
    private DatabaseKind() {}

    public static boolean isEmbedded() {
        return ConfigProvider.getConfig()
                .getValue("quarkus.datasource.db-kind", String.class)
                .equals("h2");
    }
}
