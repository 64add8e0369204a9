package org.passerelle.partner.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.map.RegionPoints;
import org.passerelle.partner.Coverage;
import org.passerelle.partner.web.NetworkPage.Link;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.passerelle.register.Values;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The countries of the strategy, the posts, and who covers a country on a day. */
@Controller
@StrategyReaders
class NetworkController {
  private final Register register;
  private final CountryNames names;

  NetworkController(Register register, CountryNames names) {
    this.register = register;
    this.names = names;
  }

  @GetMapping("/partner/network")
  String network(Act act) {
    Page page = act.page();
    Facts facts = register.facts();
    Filled form = act.asked();
    LocalDate on = form.day("on", LocalDate.of(2200, 1, 1)).orElseGet(() -> page.moments().today());
    Field subjects = Kinds.shipped().find("post").orElseThrow().field("subjects").orElseThrow();
    String subject = form.code("subject", subjects.codes().keySet());
    List<Entry> partners = Coverage.partners(facts, on);
    String country = form.shown("country");
    if (facts.find("country", country).isEmpty()) {
      country = "";
    }
    Words words = new Words(facts, page, names);
    String asked = country;
    return act.with("errors", form.errors())
        .show(
            "partner/network",
            new NetworkPage(
                on,
                country,
                subject,
                words.countries(facts.all("country")),
                subjects.codes().entrySet().stream()
                    .map(c -> new Option(c.getKey(), c.getValue().in(page.language())))
                    .toList(),
                country.isEmpty()
                    ? List.of()
                    : Coverage.of(facts, asked, subject, on).stream().map(words::post).toList(),
                partners.stream().map(c -> words.row(c, on)).toList(),
                Coverage.posts(facts, on).stream().map(words::post).toList(),
                facts.all("post-type").stream().map(words::type).toList(),
                Coverage.flags(facts, on).stream().map(words::flag).toList(),
                words.footnotes(partners)));
  }

  /** Describes the network in the reader's language. */
  private record Words(Facts facts, Page page, CountryNames names) {
    List<Option> countries(List<Entry> countries) {
      return countries.stream()
          .map(c -> new Option(c.id(), names.marked(c.id(), page.language())))
          .sorted(Option.byLabel(page.language()))
          .toList();
    }

    NetworkPage.Post post(Entry post) {
      Optional<Entry> where = facts.ref(post, "place").or(() -> facts.ref(post, "host"));
      return new NetworkPage.Post(
          facts.ref(post, "type").map(t -> t.text("abbreviation")).orElse(""),
          post.wording("function").in(page.language()),
          post.text("place"),
          where.map(e -> e.name().in(page.language())).orElse(page.text("partner.place.not-known")),
          period(post),
          post.href());
    }

    private String period(Values post) {
      String since = post.date("since").map(page.moments()::partial).orElse("");
      String until = post.date("until").map(page.moments()::partial).orElse("");
      if (since.isEmpty() && until.isEmpty()) {
        return page.text("partner.period.not-known");
      }
      return until.isEmpty()
          ? page.text("partner.period.since", since)
          : page.text("partner.period.until", since, until);
    }

    Link type(Entry type) {
      return new Link(
          type.wording("label").in(page.language()), type.href(), type.text("abbreviation"));
    }

    NetworkPage.Row row(Entry country, LocalDate on) {
      double[] point = RegionPoints.COUNTRIES.getOrDefault(country.id(), new double[] {0, 0});
      String since =
          country.rows("membership").stream()
              .flatMap(m -> m.date("from").stream())
              .findFirst()
              .map(d -> page.text("partner.period.since", page.moments().partial(d)))
              .orElse(page.text("partner.since.not-known"));
      return new NetworkPage.Row(
          country.id(),
          names.marked(country.id(), page.language()),
          country.href(),
          since,
          point[0],
          point[1],
          Coverage.of(facts, country.id(), "", on).size(),
          facts.referringTo(country, "project").size(),
          facts.referringTo(country, "event").size());
    }

    NetworkPage.Flagged flag(Coverage.Flag flag) {
      String key = flag.doubt().name().toLowerCase(Locale.ROOT).replace('_', '-');
      List<Link> posts =
          flag.posts().stream()
              .map(p -> new Link(p.wording("function").in(page.language()), p.href(), ""))
              .toList();
      String country =
          flag.country().isEmpty() ? "" : names.marked(flag.country(), page.language());
      return new NetworkPage.Flagged(
          page.text("partner.flag." + key, country, flag.said(), flag.listed()), posts);
    }

    List<String> footnotes(List<Entry> countries) {
      Set<String> notes = new LinkedHashSet<>();
      countries.forEach(c -> names.footnote(c.id(), page.language()).ifPresent(notes::add));
      return List.copyOf(notes);
    }
  }
}
