package dev.galley.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * A small OpenID Connect provider: its metadata, its public keys, and a way to have any claims signed, well or badly
 * ({@code POST /sign/{how}}). Tests reach it at {@code galley.oidc.issuer}.
 */
public final class OidcServer implements QuarkusTestResourceLifecycleManager {
    private static final int RSA_BITS = 2048;

    private final HttpServer server;
    private final RsaJsonWebKey ours;
    private final RsaJsonWebKey anothers;

    public OidcServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ours = RsaJwkGenerator.generateJwk(RSA_BITS);
            anothers = RsaJwkGenerator.generateJwk(RSA_BITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
        ours.setKeyId("ours");
        anothers.setKeyId("ours");
    }

    @Override
    public Map<String, String> start() {
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "token_endpoint": "%1$s/token",
                 "authorization_endpoint": "%1$s/authorize"}""".formatted(issuer())));
        server.createContext("/jwks", exchange -> answer(exchange, "{\"keys\": [" + ours.toJson() + "]}"));
        server.createContext("/sign/", this::sign);
        server.start();
        return Map.of("galley.oidc.issuer", issuer(), "galley.oidc.audience", "galley-test,galley-other");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void sign(HttpExchange exchange) throws IOException {
        String claims = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String how = exchange.getRequestURI().getPath().substring("/sign/".length());
        try {
            answer(exchange, signed(claims, how));
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    private String signed(String claims, String how) throws JoseException {
        return switch (how) {
            case "well" -> signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, ours.getPrivateKey());
            case "by-another" -> signed(claims, AlgorithmIdentifiers.RSA_USING_SHA256, anothers.getPrivateKey());
            case "not" -> signed(claims, AlgorithmIdentifiers.NONE, null);
            // The public key as if it were a shared secret.
            case "by-the-public-key" ->
                signed(
                        claims,
                        AlgorithmIdentifiers.HMAC_SHA256,
                        new HmacKey(ours.getPublicKey().getEncoded()));
            default -> throw new IllegalArgumentException(how);
        };
    }

    private static String signed(String claims, String algorithm, Key key) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue("ours");
        signature.setHeader("typ", "JWT");
        signature.setKey(key);
        signature.setPayload(claims);
        return signature.getCompactSerialization();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
