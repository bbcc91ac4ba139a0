package dev.galley.platform;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Holds bodies that don't declare their length to the limit that {@link HttpGate} holds the others to. */
@Provider
public class BodyLimit implements ReaderInterceptor {
    private final HttpGate gate;

    @Context
    UriInfo uri;

    BodyLimit(HttpGate gate) {
        this.gate = gate;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        long limit = gate.bodyLimit(uri.getRequestUri().getPath());
        context.setInputStream(new Counting(context.getInputStream(), limit));
        return context.proceed();
    }

    private static final class Counting extends FilterInputStream {
        private final long limit;
        private long read;

        Counting(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int bytes = super.read(buffer, offset, length);
            count(Math.max(0, bytes));
            return bytes;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > limit) {
                throw Problem.of(ProblemType.CONTENT_TOO_LARGE, HttpGate.tooLarge(limit));
            }
        }
    }
}
