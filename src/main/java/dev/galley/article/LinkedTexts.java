package dev.galley.article;

import dev.galley.article.ArticleAddress.Form;
import dev.galley.text.TextForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes the texts of answers, and knows how a link to an article is written there. */
@ApplicationScoped
public class LinkedTexts {
    private final ArticleAddresses addresses;
    private final ArticleLinks links;
    private final LocaleConfig locales;

    LinkedTexts(ArticleAddresses addresses, ArticleLinks links, LocaleConfig locales) {
        this.addresses = addresses;
        this.links = links;
        this.locales = locales;
    }

    /** Of one published article. */
    public UnaryOperator<String> of(UUID article, TextForm form) {
        return of(List.of(article), form).of(article);
    }

    /** Of published articles: one statement for all of them where any text links to an article, and none else. */
    public Texts of(Collection<UUID> articles, TextForm form) {
        return new Texts(this, form, () -> OutgoingLink.targets(articles));
    }

    /** Of an article whose links aren't stored, since it isn't public as it is. */
    public UnaryOperator<String> of(UUID article, LinkTargets targets, TextForm form) {
        return new Texts(this, form, () -> Map.of(article, targets)).of(article);
    }

    boolean mayHoldLinks(String text) {
        return addresses.mayStandIn(text);
    }

    /** Where the link leads in the answer; empty where it leads nowhere now. */
    Optional<String> lead(String destination, LinkTargets targets) {
        Optional<ArticleAddress> address = addresses.read(destination).filter(ArticleAddress::isHere);
        if (address.isEmpty() || isForeign(address.get(), targets)) {
            return Optional.of(destination);
        }
        return targets.find(address.get(), locales)
                .map(target -> address.get().form() == Form.OWN ? publicAddress(target, address.get()) : destination);
    }

    /** Not every page of the frontend is an article, and only links in Galley's own form can be to nothing else. */
    private static boolean isForeign(ArticleAddress address, LinkTargets targets) {
        return address.form() != Form.OWN && !targets.knows(address.name());
    }

    private String publicAddress(LinkTargets.Target target, ArticleAddress address) {
        String page = links.of(target.id(), target.slug(), target.locale()).html();
        return address.anchor() == null ? page : page + "#" + address.anchor();
    }
}
