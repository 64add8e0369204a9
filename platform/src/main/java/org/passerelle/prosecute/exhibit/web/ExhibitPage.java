package org.passerelle.prosecute.exhibit.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.exhibit.Arrived;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.Derivation;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.ExhibitHistories;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.exhibit.SharedExhibits;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.investigation.web.OfficeNames;
import org.springframework.stereotype.Component;

/** The page of an exhibit, which several handlers show. */
@Component
public class ExhibitPage {
  static final String ALL = InvestigationPages.HERE + "/{id}/exhibits";
  static final String ONE = ALL + "/{exhibit}";
  private final Exhibits exhibits;
  private final Custody custody;
  private final SharedExhibits shared;
  private final ExhibitHistories histories;
  private final InvestigationPages pages;
  private final ProvenOwner owner;
  private final Users users;
  private final OfficeNames offices;

  ExhibitPage(
      Exhibits exhibits,
      Custody custody,
      SharedExhibits shared,
      ExhibitHistories histories,
      InvestigationPages pages,
      ProvenOwner owner,
      Users users,
      OfficeNames offices) {
    this.exhibits = exhibits;
    this.custody = custody;
    this.shared = shared;
    this.histories = histories;
    this.pages = pages;
    this.owner = owner;
    this.users = users;
    this.offices = offices;
  }

  /**
   * What the page shows.
   *
   * @param waiting file that waits to be taken in, or null
   * @param standing custody, or null until it was taken in
   * @param history what it came from, and who decided about the defence
   * @param takers colleagues to whom it can be handed over
   * @param mine whether the reader holds it
   * @param offered whether it is offered to the reader
   */
  public record View(
      Exhibit exhibit,
      @Nullable Arrived waiting,
      Custody.@Nullable Standing standing,
      ExhibitHistories.History history,
      Map<UUID, String> names,
      List<Option> takers,
      boolean mine,
      boolean offered,
      boolean gaveFactor) {
    public View {
      names = Map.copyOf(names);
      takers = List.copyOf(takers);
    }

    /** Exhibits from which it can have been derived. */
    public List<Option> choices() {
      return ExhibitPage.sources(history.others());
    }

    /** Name of a colleague; empty for nobody. */
    public String name(@Nullable UUID user) {
      return user == null ? "" : names.getOrDefault(user, "…");
    }
  }

  String show(UUID id, UUID exhibit, Act act) {
    InvestigationPages.Head head = pages.head(id, "exhibits", act);
    View view = view(id, exhibit, act);
    Exhibit.Words words = view.exhibit.words();
    // the form of the description, when another one of the page was sent
    Filled form = act.form();
    form.unlessSent("kind", view.exhibit.kind());
    words.texts().forEach(form::unlessSent);
    said(view.history(), form);
    return act.with("head", head).with("view", view).show("prosecute/exhibit/one");
  }

  private static void said(ExhibitHistories.History history, Filled form) {
    Derivation derivation = history.derivation();
    if (derivation != null && !form.names().contains("way")) {
      form.unlessSent("way", derivation.way());
      derivation.words().texts().forEach(form::unlessSent);
      form.and("sources", derivation.sources().stream().map(UUID::toString).toList());
    }
    form.unlessSent("disclosure", history.decided() == 0 ? "" : history.disclosure());
  }

  /** Exhibits as choices. */
  static List<Option> sources(List<Exhibit> exhibits) {
    return exhibits.stream()
        .map(one -> new Option(one.id().toString(), one.number() + " " + one.words().title()))
        .toList();
  }

  private View view(UUID id, UUID exhibit, Act act) {
    Exhibit one = exhibits.find(id, exhibit, act.who());
    Custody.Standing standing = one.held() ? custody.of(id, exhibit, act.who()) : null;
    Custody.Offered offered = standing == null ? null : standing.offered();
    UUID user = act.who().user();
    boolean mine = standing != null && standing.holder().equals(user);
    List<UUID> takers = mine ? shared.takers(exhibit, act.who()) : List.of();
    ExhibitHistories.History history = histories.of(id, exhibit, act.who());
    Map<UUID, String> names = names(named(standing, takers, history));
    return new View(
        one,
        exhibits.waiting(id, exhibit, act.who()).orElse(null),
        standing,
        history,
        names,
        options(takers, names),
        mine,
        offered != null && offered.to().equals(user),
        owner.gaveFactor(act.who(), act.request()));
  }

  /** Shows an exhibit to whoever of another organisation takes part in its custody. */
  String showShared(UUID exhibit, Act act) {
    SharedExhibits.Shared one = shared.open(exhibit, act.who());
    Custody.Standing standing = one.standing();
    Custody.Offered offered = standing.offered();
    UUID user = act.who().user();
    boolean mine = standing.holder().equals(user);
    List<UUID> takers = mine ? shared.takers(exhibit, act.who()) : List.of();
    ExhibitHistories.History none =
        new ExhibitHistories.History(null, null, "", List.of(), List.of(), List.of());
    Map<UUID, String> names = names(named(standing, takers, none));
    View view =
        new View(
            one.exhibit(),
            null,
            standing,
            none,
            names,
            options(takers, names),
            mine,
            offered != null && offered.to().equals(user),
            owner.gaveFactor(act.who(), act.request()));
    return act.with("view", view)
        .with("office", offices.of(one.office(), act.language()))
        .with("own", one.own())
        .show("prosecute/exhibit/shared");
  }

  private Map<UUID, String> names(List<UUID> some) {
    Map<UUID, String> names = new HashMap<>(users.names(some));
    names.putAll(shared.elsewhere(some));
    return names;
  }

  private static List<Option> options(List<UUID> takers, Map<UUID, String> names) {
    return takers.stream()
        .map(taker -> new Option(taker.toString(), names.getOrDefault(taker, "…")))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  private static List<UUID> named(
      Custody.@Nullable Standing standing, List<UUID> takers, ExhibitHistories.History history) {
    List<UUID> named = new ArrayList<>(takers);
    history.decisions().forEach(decision -> named.add(decision.user()));
    if (standing != null) {
      named.add(standing.holder());
      for (Custody.Line line : standing.lines()) {
        Stream.ofNullable(line.from()).forEach(named::add);
        named.add(line.to());
      }
      Custody.Offered offered = standing.offered();
      if (offered != null) {
        named.add(offered.to());
      }
    }
    return named.stream().distinct().toList();
  }

  static String at(UUID id, UUID exhibit) {
    return InvestigationPages.HERE + "/" + id + "/exhibits/" + exhibit;
  }
}
