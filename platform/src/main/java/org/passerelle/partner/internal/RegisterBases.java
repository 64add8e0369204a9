package org.passerelle.partner.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;
import org.passerelle.partner.LegalBases;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.register.Values;
import org.springframework.stereotype.Component;

/**
 * Answers from the agreements in the register. An entry that nobody has verified is never a basis;
 * one verified for the demonstration counts in a demonstration only.
 */
@Component
class RegisterBases implements LegalBases {
  private static final Wording UNVERIFIED =
      new Wording(
          Map.of(
              "en",
                  "Nobody has verified yet that it is in force for both countries, so it is not a legal basis here.",
              "fr",
                  "Personne n’a encore vérifié qu’il est en vigueur pour les deux pays : il ne constitue pas un fondement juridique ici.",
              "sr",
                  "Још нико није проверио да је на снази за обе земље, па овде није правни основ."));
  private static final Wording NOT_BOTH =
      new Wording(
          Map.of(
              "en",
                  "It is not in force for both countries, so it is not a legal basis between them.",
              "fr",
                  "Il n’est pas en vigueur pour les deux pays : il ne constitue pas un fondement juridique entre eux.",
              "sr", "Није на снази за обе земље, па међу њима није правни основ."));
  private final Register register;
  private final boolean demo;

  RegisterBases(PlatformSettings settings, Register register) {
    this.demo = settings.demo();
    this.register = register;
  }

  @Override
  public Answer between(String from, String to, String purpose, LocalDate on) {
    List<Basis> inForce = new ArrayList<>();
    List<NoBasis> not = new ArrayList<>();
    for (Agreement agreement :
        register.facts().all("agreement").stream().map(RegisterBases::agreement).toList()) {
      Optional<Party> one = agreement.party(from);
      Optional<Party> other = agreement.party(to);
      if (one.isEmpty() || other.isEmpty()) {
        continue;
      }
      if (agreement.neverBasis != null) {
        not.add(new NoBasis(agreement.id, agreement.title, agreement.neverBasis));
      } else if (agreement.purposes.stream().anyMatch(p -> founds(p, purpose))) {
        judge(agreement, one.get(), other.get(), on, inForce, not);
      }
    }
    return new Answer(inForce, not);
  }

  private void judge(
      Agreement agreement,
      Party one,
      Party other,
      LocalDate on,
      List<Basis> inForce,
      List<NoBasis> not) {
    if (one.inForce(on) && other.inForce(on)) {
      if (one.counts(demo) && other.counts(demo)) {
        inForce.add(
            new Basis(
                agreement.id,
                agreement.title,
                agreement.source,
                one.verifiedBy,
                one.demoOnly || other.demoOnly));
      } else {
        not.add(new NoBasis(agreement.id, agreement.title, UNVERIFIED));
      }
    } else {
      not.add(
          new NoBasis(
              agreement.id, agreement.title, one.not(on) || other.not(on) ? NOT_BOTH : UNVERIFIED));
    }
  }

  /** The purpose stated in an instrument covers several purposes of a consent. */
  private static boolean founds(String instrumentPurpose, String purpose) {
    return switch (instrumentPurpose) {
      case "assistance" ->
          List.of("assistance", "health_care", "legal_aid", "compensation", "schooling")
              .contains(purpose);
      case "protection" ->
          List.of("protection", "placement", "protection_and_placement", "assistance")
              .contains(purpose);
      case "family-tracing" -> purpose.equals("family_tracing");
      case "return" -> purpose.equals("return") || purpose.equals("family_tracing");
      case "prosecution" -> purpose.equals("prosecution");
      default -> false;
    };
  }

  private static Agreement agreement(Entry entry) {
    return new Agreement(
        entry.id(),
        entry.wording("title"),
        entry.texts("purposes"),
        String.join("; ", entry.rows("source").stream().map(s -> s.text("document")).toList()),
        entry.flag("never-basis") ? entry.wording("why-not") : null,
        entry.rows("parties").stream().map(RegisterBases::party).toList());
  }

  private static Party party(Values row) {
    return new Party(
        row.text("country"),
        row.text("status"),
        row.date("in-force").filter(PartialDate::isDay).map(PartialDate::earliest).orElse(null),
        row.flag("verified"),
        row.text("verified-by"),
        row.flag("demo-only"));
  }

  private record Agreement(
      String id,
      Wording title,
      List<String> purposes,
      String source,
      @Nullable Wording neverBasis,
      List<Party> parties) {
    Optional<Party> party(String country) {
      return parties.stream().filter(p -> p.country.equals(country)).findFirst();
    }
  }

  private record Party(
      String country,
      String status,
      @Nullable LocalDate since,
      boolean verified,
      String verifiedBy,
      boolean demoOnly) {
    boolean bound() {
      return status.equals("party") || status.equals("applies");
    }

    boolean inForce(LocalDate on) {
      return bound() && since != null && !on.isBefore(since);
    }

    /** Whether it is known not to be in force; where nothing is stated, it is not known. */
    boolean not(LocalDate on) {
      return bound()
          ? since != null && on.isBefore(since)
          : !status.isEmpty() && !status.equals("not-stated");
    }

    boolean counts(boolean demo) {
      return verified && !verifiedBy.isEmpty() && (demo || !demoOnly);
    }
  }
}
