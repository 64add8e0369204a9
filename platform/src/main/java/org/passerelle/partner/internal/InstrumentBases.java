package org.passerelle.partner.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.PlatformSettings;
import org.passerelle.language.ResourceYaml;
import org.passerelle.language.Wording;
import org.passerelle.partner.LegalBases;
import org.springframework.stereotype.Component;

/**
 * Instruments as they stand in {@code partner/instruments.yaml}. An entry that nobody verified
 * computes nothing; one verified for the demonstration counts in a demonstration only.
 */
@Component
class InstrumentBases implements LegalBases {
  private static final Wording UNVERIFIED =
      new Wording(
          Map.of(
              "en",
                  "Nobody has verified yet that it is in force for both countries, so it founds nothing here.",
              "fr",
                  "Personne n’a encore vérifié qu’il est en vigueur pour les deux pays : il ne fonde rien ici.",
              "sr",
                  "Још нико није проверио да је на снази за обе земље, па овде није основ ни за шта."));
  private static final Wording NOT_BOTH =
      new Wording(
          Map.of(
              "en", "It is not in force for both countries, so it founds nothing between them.",
              "fr", "Il n’est pas en vigueur pour les deux pays : il ne fonde rien entre eux.",
              "sr", "Није на снази за обе земље, па међу њима није основ ни за шта."));
  private final List<Instrument> instruments;
  private final boolean demo;

  InstrumentBases(PlatformSettings settings) {
    this.demo = settings.demo();
    this.instruments =
        ResourceYaml.maps(ResourceYaml.read("partner/instruments.yaml").get("instruments")).stream()
            .map(InstrumentBases::instrument)
            .toList();
  }

  @Override
  public Answer between(String from, String to, String purpose, LocalDate on) {
    List<Basis> inForce = new ArrayList<>();
    List<NoBasis> not = new ArrayList<>();
    for (Instrument instrument : instruments) {
      Optional<Party> one = instrument.party(from);
      Optional<Party> other = instrument.party(to);
      if (one.isEmpty() || other.isEmpty()) {
        continue;
      }
      if (instrument.neverBasis != null) {
        not.add(new NoBasis(instrument.id, instrument.title, instrument.neverBasis));
      } else if (instrument.purposes.stream().anyMatch(p -> founds(p, purpose))) {
        judge(instrument, one.get(), other.get(), on, inForce, not);
      }
    }
    return new Answer(inForce, not);
  }

  private void judge(
      Instrument instrument,
      Party one,
      Party other,
      LocalDate on,
      List<Basis> inForce,
      List<NoBasis> not) {
    if (one.inForce(on) && other.inForce(on)) {
      if (one.counts(demo) && other.counts(demo)) {
        inForce.add(
            new Basis(
                instrument.id,
                instrument.title,
                instrument.source,
                one.verifiedBy,
                one.demoOnly || other.demoOnly));
      } else {
        not.add(new NoBasis(instrument.id, instrument.title, UNVERIFIED));
      }
    } else {
      not.add(
          new NoBasis(
              instrument.id,
              instrument.title,
              one.bound() && other.bound() ? UNVERIFIED : NOT_BOTH));
    }
  }

  /** What an instrument says in its own words covers several purposes of a consent. */
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

  private static Instrument instrument(Map<String, Object> entry) {
    return new Instrument(
        ResourceYaml.text(entry, "id"),
        ResourceYaml.wording(entry.get("title")),
        ResourceYaml.texts(entry.get("purposes")),
        ResourceYaml.text(entry, "source"),
        Boolean.TRUE.equals(entry.get("never-basis"))
            ? ResourceYaml.wording(entry.get("why-not"))
            : null,
        ResourceYaml.maps(entry.get("parties")).stream().map(InstrumentBases::party).toList());
  }

  private static Party party(Map<String, Object> entry) {
    return new Party(
        ResourceYaml.text(entry, "country"),
        ResourceYaml.text(entry, "status"),
        ResourceYaml.day(entry, "in-force"),
        Boolean.TRUE.equals(entry.get("verified")),
        ResourceYaml.text(entry, "verified-by"),
        Boolean.TRUE.equals(entry.get("demo-only")));
  }

  private record Instrument(
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

    boolean counts(boolean demo) {
      return verified && !verifiedBy.isEmpty() && (demo || !demoOnly);
    }
  }
}
