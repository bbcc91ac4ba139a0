package dev.galley.webhook;

import dev.galley.platform.InputError;
import dev.galley.platform.Problem;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks may lead: to the public internet, by https, unless {@code galley.webhooks.allow-private} is set. A name
 * is judged by all addresses that it has at that moment, and the connection is made to one of those that were judged: a
 * name that leads elsewhere a moment later is no way in.
 */
@ApplicationScoped
class Targets {
    private static final int LONGEST_URL = 2_000;
    private static final int LAST_PORT = 65_535;

    /** When a webhook is made; a name that can't be looked up by then is judged when something is sent. */
    private static final int LONGEST_LOOKUP_SECONDS = 5;

    private final boolean allowPrivate;
    private final Lookup lookup;

    /** The addresses of a name. */
    interface Lookup {
        InetAddress[] all(String host) throws UnknownHostException;
    }

    @Inject
    Targets(WebhookConfig config) {
        this(config.allowPrivate(), InetAddress::getAllByName);
    }

    Targets(boolean allowPrivate, Lookup lookup) {
        this.allowPrivate = allowPrivate;
        this.lookup = lookup;
    }

    /** A problem at {@code /url} for one where nothing will ever be sent. */
    void check(String url) {
        URI target = parse(url);
        try {
            CompletableFuture.supplyAsync(() -> lookedUp(target), Infrastructure.getDefaultWorkerPool())
                    .completeOnTimeout(null, LONGEST_LOOKUP_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TargetRefused) {
                throw refused(InputError.INVALID, Failure.TARGET_REFUSED.sentence());
            }
            throw e;
        }
    }

    /** One of the target's addresses, another one each time; it is one that a webhook may lead to. */
    InetAddress address(URI target, long attempt) throws UnknownHostException {
        if (!allowPrivate && !isSecure(target)) {
            throw new TargetRefused();
        }
        List<InetAddress> addresses = List.of(lookup.all(target.getHost()));
        if (!allowPrivate && !addresses.stream().allMatch(PublicAddresses::include)) {
            throw new TargetRefused();
        }
        return addresses.get((int) (attempt % addresses.size()));
    }

    static boolean isSecure(URI target) {
        return target.getScheme().equalsIgnoreCase("https");
    }

    private @Nullable InetAddress lookedUp(URI target) {
        try {
            return address(target, 0);
        } catch (UnknownHostException e) {
            // It may have an address when something is sent.
            return null;
        }
    }

    private URI parse(String url) {
        if (url.length() > LONGEST_URL) {
            throw refused(InputError.TOO_LONG, "At most 2,000 characters.");
        }
        URI target = uri(url);
        if (target.getHost() == null || target.getPort() == 0 || target.getPort() > LAST_PORT) {
            throw refused(InputError.INVALID, "This must be an absolute URL with a host (in ASCII).");
        } else if (target.getRawUserInfo() != null) {
            throw refused(
                    InputError.INVALID, "No name and password in the URL: each message is signed with the secret.");
        } else if (target.getRawFragment() != null) {
            throw refused(InputError.INVALID, "No fragment (#): it would not be sent.");
        } else if (!allowPrivate && !isSecure(target)) {
            throw refused(
                    InputError.INVALID,
                    "This must be https. The setting galley.webhooks.allow-private lets webhooks lead to http, too.");
        }
        return target;
    }

    private static URI uri(String url) {
        try {
            URI target = new URI(url);
            String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
            if (scheme.equals("http") || scheme.equals("https")) {
                return target;
            }
        } catch (URISyntaxException e) {
            // Answered below, like every other scheme.
        }
        throw refused(InputError.INVALID, "This must be an absolute URL that begins with https://.");
    }

    private static Problem refused(String code, String detail) {
        return Problem.member("/url", code, detail);
    }
}
