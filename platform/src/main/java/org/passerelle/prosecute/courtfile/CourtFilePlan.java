package org.passerelle.prosecute.courtfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.passerelle.evidence.CaseFile;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.Disclosure;
import org.passerelle.evidence.Exhibit;
import org.passerelle.evidence.Provenance;
import org.passerelle.evidence.Version;
import org.passerelle.evidence.custody.CustodyChain;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.language.Texts;
import org.passerelle.prosecute.exhibit.Capture;
import org.passerelle.prosecute.exhibit.DefenceDisclosures;
import org.passerelle.prosecute.exhibit.Derivation;
import org.passerelle.prosecute.exhibit.ExhibitsForFile;
import org.passerelle.prosecute.protection.Shield;

/**
 * What a case file contains. Immutable.
 *
 * @param lines exhibits by number, each after its sources
 * @param numbers numbers of exhibits by identifier
 * @param shields what each version must not reveal
 * @param certificates of all who signed custody
 * @param checked how the checklist stands
 */
record CourtFilePlan(
    List<Line> lines,
    Map<UUID, String> numbers,
    Map<Version, Shield> shields,
    Certificates certificates,
    Map<String, Checklist.State> checked) {
  CourtFilePlan {
    lines = List.copyOf(lines);
    numbers = Map.copyOf(numbers);
    shields = Map.copyOf(shields);
  }

  /**
   * An exhibit of the case file.
   *
   * @param origin what it is and where it was; for a saved page also when and by what
   * @param derivation how it was derived; empty for an original
   * @param sources from what
   * @param disclosed whether the defence gets it
   * @param keptBack why not; empty if nobody said
   */
  record Line(
      ExhibitsForFile.Ready ready,
      String origin,
      String derivation,
      List<UUID> sources,
      boolean disclosed,
      String keptBack) {
    Line {
      sources = List.copyOf(sources);
    }

    String number() {
      return ready.exhibit().number();
    }

    boolean includedIn(Version version) {
      return version == Version.PROSECUTION || disclosed;
    }

    /** Everything that people wrote about it and a version would contain. */
    String said() {
      List<String> said = new ArrayList<>();
      said.add(ready.taken().fileName());
      said.addAll(ready.exhibit().words().texts().values());
      said.add(origin);
      said.add(derivation);
      said.add(keptBack);
      for (CustodyEntry entry : ready.chain().entries()) {
        said.add(entry.statement().place());
        said.add(entry.statement().reason());
      }
      return String.join("\n", said);
    }
  }

  static Line line(
      ExhibitsForFile.Ready ready,
      Optional<Derivation> derivation,
      Optional<Capture> capture,
      Optional<DefenceDisclosures.Decision> decision,
      Texts texts) {
    return new Line(
        ready,
        capture.map(CourtFilePlan::saved).orElseGet(() -> ready.exhibit().words().origin()),
        derivation
            .map(one -> texts.text("exhibit.way." + one.way()) + "; " + one.words().line())
            .orElse(""),
        derivation.map(Derivation::sources).orElse(List.of()),
        decision.filter(one -> one.state().equals("disclosed")).isPresent(),
        decision.map(DefenceDisclosures.Decision::reason).orElse(""));
  }

  private static String saved(Capture capture) {
    return List.of(
            capture.words().address(),
            capture.at().toString(),
            capture.words().tool(),
            capture.words().maker())
        .stream()
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  Shield shield(Version version) {
    return Objects.requireNonNull(shields.get(version));
  }

  /** How many exhibits a version contains. */
  int included(Version version) {
    return (int) lines.stream().filter(line -> line.includedIn(version)).count();
  }

  /** The bytes of an exhibit, watched. */
  static Content content(ExhibitsForFile.Ready ready, LongConsumer read) {
    return new WatchedContent(
        ready.exhibit().number(), ready.taken().digests(), ready.content(), read);
  }

  /**
   * What the engine compiles.
   *
   * @param read hears how many bytes of exhibits were read
   */
  CaseFile file(CourtFile.Draft draft, String organisation, Version version, LongConsumer read) {
    Map<String, CustodyChain> chains = new LinkedHashMap<>();
    List<Exhibit> exhibits = new ArrayList<>();
    for (Line line : lines) {
      chains.put(line.number(), line.ready().chain());
      org.passerelle.prosecute.exhibit.Exhibit.Words words = line.ready().exhibit().words();
      exhibits.add(
          new Exhibit(
              line.number(),
              line.ready().taken().fileName(),
              words.title(),
              line.ready().taken().mediaType(),
              new Provenance(line.origin(), words.seizure(), words.seal(), words.storage()),
              line.sources().stream().map(id -> Objects.requireNonNull(numbers.get(id))).toList(),
              line.derivation(),
              line.disclosed() ? Disclosure.BOTH : Disclosure.PROSECUTION,
              line.keptBack(),
              content(line.ready(), read)));
    }
    return new CaseFile(
        draft.reference(),
        draft.title(),
        draft.language(),
        organisation,
        version,
        exhibits,
        chains,
        certificates);
  }
}
