package dev.galley.api;

import io.quarkus.test.junit.TestProfile;

/** The same without the cache. */
@ApiTest
@TestProfile(Uncached.class)
class UncachedHttpCachingTest extends HttpCachingTest {}
