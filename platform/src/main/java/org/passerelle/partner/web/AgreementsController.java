package org.passerelle.partner.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.language.Wording;
import org.passerelle.pages.Act;
import org.passerelle.pages.CountryNames;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.partner.LegalBases;
import org.passerelle.partner.Ratification;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Agreements between States: their status, and whether there is a legal basis between two
 * countries.
 */
@Controller
@StrategyReaders
class AgreementsController {
  /** The purposes of an exchange for which an instrument can be a basis. */
  private static final List<String> PURPOSES =
      List.of("assistance", "protection", "family_tracing", "return", "prosecution");

  private final Register register;
  private final LegalBases bases;
  private final CountryNames names;

  AgreementsController(Register register, LegalBases bases, CountryNames names) {
    this.register = register;
    this.bases = bases;
    this.names = names;
  }

  @GetMapping("/partner/agreements")
  String agreements(Act act) {
    Page page = act.page();
    Facts facts = register.facts();
    Filled form = act.asked();
    LocalDate on = form.day("on", LocalDate.of(2200, 1, 1)).orElseGet(() -> page.moments().today());
    Set<String> codes = facts.all("country").stream().map(Entry::id).collect(Collectors.toSet());
    String from = form.code("from", codes);
    String to = form.code("to", codes);
    String purpose = form.code("purpose", Set.copyOf(PURPOSES));
    LegalBases.@Nullable Answer answer =
        from.isEmpty() || to.isEmpty() || purpose.isEmpty()
            ? null
            : bases.between(from, to, purpose, on);
    return act.with("errors", form.errors())
        .show(
            "partner/agreements",
            new AgreementsPage(
                facts.all("agreement").stream().map(a -> line(a, page, on)).toList(),
                codes.stream()
                    .map(c -> new Option(c, names.marked(c, page.language())))
                    .sorted(Option.byLabel(page.language()))
                    .toList(),
                PURPOSES.stream()
                    .map(p -> new Option(p, page.text("partner.purpose." + p.replace('_', '-'))))
                    .toList(),
                from,
                to,
                purpose,
                on,
                answer));
  }

  private AgreementsPage.Line line(Entry agreement, Page page, LocalDate on) {
    List<Ratification.Party> parties = Ratification.of(agreement, on);
    long inForce = parties.stream().filter(p -> p.stage() == Ratification.Stage.IN_FORCE).count();
    Wording type = agreement.kind().field("type").orElseThrow().codes().get(agreement.text("type"));
    return new AgreementsPage.Line(
        agreement.name().in(page.language()),
        agreement.href(),
        type == null ? "" : type.in(page.language()),
        agreement.date("adopted").map(page.moments()::partial).orElse(""),
        state(parties, page),
        inForce < 2,
        parties.stream().map(p -> party(p, page)).toList());
  }

  /** A party of which nothing is known is not one for which the agreement is not in force. */
  private String state(List<Ratification.Party> parties, Page page) {
    long inForce = parties.stream().filter(p -> p.stage() == Ratification.Stage.IN_FORCE).count();
    List<Ratification.Party> signed =
        parties.stream().filter(p -> p.stage() == Ratification.Stage.SIGNED).toList();
    if (!signed.isEmpty() && inForce < 2) {
      return page.text(
          signed.get(0).atLeast() ? "partner.state.signed-at-least" : "partner.state.signed",
          signed.stream()
              .map(p -> names.marked(p.country(), page.language()))
              .collect(Collectors.joining(", ")),
          signed.get(0).days());
    }
    long unknown = parties.stream().filter(p -> !p.known()).count();
    if (unknown == 0) {
      return page.text("partner.state.in-force", inForce, parties.size());
    }
    return inForce == 0
        ? page.text("partner.state.not-known", unknown, parties.size())
        : page.text("partner.state.in-force-some", inForce, unknown, parties.size());
  }

  private AgreementsPage.Party party(Ratification.Party party, Page page) {
    String key = party.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new AgreementsPage.Party(
        names.marked(party.country(), page.language()),
        page.text("partner.stage." + key),
        party.verified());
  }
}
