package dev.galley.editorial;

import org.jboss.resteasy.reactive.RestResponse;

/** Takes over what was sent as one article and turns out to be many. */
public interface ManyImports {
    boolean isMany(byte[] json);

    /** 202 and the job that goes on with it. */
    RestResponse<?> take(byte[] json, boolean publish, boolean dryRun);
}
