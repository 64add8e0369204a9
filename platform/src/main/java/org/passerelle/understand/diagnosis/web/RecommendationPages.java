package org.passerelle.understand.diagnosis.web;

import static org.passerelle.understand.diagnosis.Recommendations.MEASURE;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;
import org.passerelle.register.Mentions;
import org.passerelle.register.Register;
import org.passerelle.understand.diagnosis.Recommendation;
import org.passerelle.understand.diagnosis.Recommendations;
import org.springframework.stereotype.Component;

/**
 * Shows recommendations on their own pages, on the first page of programme managers, and on the
 * page of a measure that implements some.
 */
@Component
class RecommendationPages implements Mentions, Today {
  static final String HERE = "/understand/recommendations";
  private final Recommendations recommendations;
  private final Register register;
  private final Users users;

  RecommendationPages(Recommendations recommendations, Register register, Users users) {
    this.recommendations = recommendations;
    this.register = register;
    this.users = users;
  }

  /**
   * Loads the measures that they refer to, and the options for an answer if the user may give one.
   */
  RecommendationPage page(List<Recommendation> shown, SignedIn who, Page page) {
    Facts facts = register.facts();
    Map<String, RecommendationPage.Measure> measures = new HashMap<>();
    shown.stream()
        .flatMap(r -> r.answers().stream())
        .map(Recommendation.Answer::measure)
        .filter(id -> !id.isEmpty())
        .forEach(id -> measures.computeIfAbsent(id, m -> measure(m, facts, page)));
    return new RecommendationPage(
        shown,
        users.names(
            shown.stream()
                .flatMap(r -> r.answers().stream())
                .map(Recommendation.Answer::by)
                .distinct()
                .toList()),
        measures,
        choices(facts, who, page));
  }

  /** Options for a measure; empty for users who do not answer. */
  List<Option> choices(SignedIn who, Page page) {
    return choices(register.facts(), who, page);
  }

  private static List<Option> choices(Facts facts, SignedIn who, Page page) {
    return who.is(Role.PROGRAMME_MANAGER)
        ? facts.all(MEASURE).stream()
            .map(m -> new Option(m.id(), m.name().in(page.language())))
            .sorted(Option.byLabel(page.language()))
            .toList()
        : List.of();
  }

  /** The valid answer, as form values. */
  static Filled stands(Recommendation found) {
    List<Recommendation.Answer> answers = found.answers();
    return answers.isEmpty()
        ? Filled.with(Map.of())
        : Filled.with(
            Map.of(
                "as",
                found.measure().isEmpty() ? "declined" : "taken-up",
                "measure",
                found.measure(),
                "reason",
                answers.get(answers.size() - 1).reason()));
  }

  private RecommendationPage.Measure measure(String id, Facts facts, Page page) {
    return facts
        .find(MEASURE, id)
        .map(m -> new RecommendationPage.Measure(m.name().in(page.language()), m.href()))
        .orElseGet(() -> new RecommendationPage.Measure(formerly(id, page), ""));
  }

  /** A measure that is no longer in the register keeps its last name. */
  private String formerly(String id, Page page) {
    return register.revisions(Kinds.shipped().find(MEASURE).orElseThrow(), id).stream()
        .findFirst()
        .map(revision -> revision.entry().name().in(page.language()))
        .orElse(id);
  }

  @Override
  public List<Mention> of(Entry entry, SignedIn who, Page page) {
    if (!entry.kind().id().equals(MEASURE) || !who.is(Role.PROGRAMME_MANAGER)) {
      return List.of();
    }
    return recommendations.all(who).stream()
        .filter(r -> r.measure().equals(entry.id()))
        .map(
            r ->
                new Mention(
                    page.text("recommendation.title"),
                    page.text("recommendation.number.of", r.number(), r.title()),
                    HERE + "/" + r.id()))
        .toList();
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Recommendation> open = recommendations.open(who);
    return open.isEmpty()
        ? List.of()
        : List.of(
            new Item(
                open.get(0).madeAt().plus(Recommendation.WITHIN),
                page.text("recommendation.today", open.size()),
                page.text("recommendation.today.what"),
                HERE,
                page.text("recommendation.today.open")));
  }

  @Override
  public List<Item> changes(Instant since, SignedIn who, Page page) {
    return recommendations.all(who).stream()
        .flatMap(r -> changes(r, since, who, page))
        .sorted(Comparator.comparing(Item::due).reversed())
        .limit(CHANGES)
        .toList();
  }

  private static Stream<Item> changes(Recommendation one, Instant since, SignedIn who, Page page) {
    Stream<Item> made =
        one.madeAt().isAfter(since) && !one.madeBy().equals(who.user())
            ? Stream.of(change(one, one.madeAt(), "made", page))
            : Stream.empty();
    Stream<Item> answered =
        one.answers().stream()
            .filter(answer -> answer.at().isAfter(since) && !answer.by().equals(who.user()))
            .map(
                answer ->
                    change(one, answer.at(), answer.state().name().toLowerCase(Locale.ROOT), page));
    return Stream.concat(made, answered);
  }

  private static Item change(Recommendation one, Instant at, String what, Page page) {
    return Item.news(
        at,
        page.text("recommendation.change." + what, one.number()),
        one.title(),
        HERE + "/" + one.id(),
        page.text("home.see"));
  }
}
