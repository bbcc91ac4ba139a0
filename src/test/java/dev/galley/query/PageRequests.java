package dev.galley.query;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.Map;

/** What is asked of a list, without a server that was asked. */
public final class PageRequests {
    private PageRequests() {}

    public static PageRequest of(Map<String, String> parameters) {
        PageRequest page = new PageRequest();
        page.uri = (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("getQueryParameters")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return new MultivaluedHashMap<>(parameters);
                });
        return page;
    }
}
