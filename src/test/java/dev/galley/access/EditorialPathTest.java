package dev.galley.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorialPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/editorial",
                "/v1/editorial/",
                "/v1/editorial/articles?q=/v1/articles",
                "/V1/Editorial/articles",
                "//v1/editorial/articles",
                "/v1///editorial/articles",
                "/v1/editorial;x/articles",
                "/v1;a=b/editorial/articles",
                "/v1/editorial%3Bx/articles",
                "/v1/%65ditorial/articles",
                "/v1/%2565ditorial/articles",
                "/v1/%25252565ditorial/articles",
                "/v1%2Feditorial/articles",
                "/v1/./editorial/articles",
                "/v1/articles/../editorial/articles",
                "/v1/articles/%2e%2E/editorial/articles",
                "/v1/articles%2f..%2feditorial",
                "/v1/x/..;a/editorial",
                "/../v1/editorial",
                "/v1\\editorial",
                "/v1%5Ceditorial",
                "/v1/editorial/../articles",
                "/v1/editorial%2f..%2farticles",
                "/v1/editorial%00",
                "http://localhost/v1/editorial/articles",
                "HTTP://user@host:8080/v1//editorial",
                "v1/editorial",
                "/v1/articles/%2525252525252525252525"
            })
    void everyReadingCounts(String target) {
        assertTrue(EditorialPath.matches(target), target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "*",
                "/v1",
                "/v1/articles",
                "/v1/articles/editorial",
                "/v1/articles/the-v1-editorial",
                "/v1/articles?next=/v1/editorial",
                "/v1/articles/a%20b",
                "/v1/articles/100%25",
                "/v1/articles/%zz",
                "/v1/search?q=%2Fv1%2Feditorial",
                "/q/health/ready",
                "http://v1/editorial",
                "http://localhost/v1/articles"
            })
    void deliveryIsDelivery(String target) {
        assertFalse(EditorialPath.matches(target), target);
    }
}
