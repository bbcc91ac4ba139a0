package dev.galley.write;

import dev.galley.platform.Digests;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Takes a digest of each body that may be sent again, while it is read. */
@Provider
public class BodyDigest implements ReaderInterceptor {
    private static final String DIGEST = BodyDigest.class.getName();

    private final CurrentVertxRequest current;

    BodyDigest(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RoutingContext request = current.getCurrent();
        if (request.request().getHeader(IdempotencyKey.HEADER) == null) {
            return context.proceed();
        }
        MessageDigest digest = Digests.sha256();
        context.setInputStream(new DigestInputStream(context.getInputStream(), digest));
        Object entity = context.proceed();
        request.put(DIGEST, HexFormat.of().formatHex(digest.digest()));
        return entity;
    }

    /** "" where the request has no body, or one that nobody reads. */
    static String of(RoutingContext request) {
        String digest = request.get(DIGEST);
        return digest == null ? "" : digest;
    }
}
