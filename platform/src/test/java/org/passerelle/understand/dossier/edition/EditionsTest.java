package org.passerelle.understand.dossier.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.language.Wording;
import org.passerelle.network.Progress;
import org.passerelle.pages.CountryNames;
import org.passerelle.paper.VeraPdf;
import org.passerelle.understand.dossier.Invented;
import org.passerelle.understand.dossier.chapter.CodedNetwork;
import org.passerelle.understand.dossier.chapter.Cooperation;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Legend;
import org.passerelle.understand.dossier.chapter.Span;
import org.passerelle.understand.dossier.chapter.SupportingMaterial;
import org.passerelle.understand.dossier.chapter.Territory;

/** Both editions, from a network in which every word of the team is poisoned. */
@Tag("slow")
@Tag("long")
class EditionsTest {
  private static final String POISON = Invented.POISON;
  private static final CodedNetwork CODED = CodedNetwork.of(Invented.poisoned(4), 77);
  private static final Findings FINDINGS =
      Findings.of(CODED.network(), beside(), EditionsTest::agreed, 20_190_409, Progress.SILENT);
  private static final Legend LEGEND = legend();
  private static final Set<Path> PRINTED = new HashSet<>();

  @Test
  void nobodyIsNamedInTheAnonymisedEdition() throws Exception {
    for (String tag : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
      Document document = write(Edition.ANONYMISED, tag);
      byte[] pdf = printed(Edition.ANONYMISED, tag);
      String everything =
          PdfWords.text(pdf)
              + PdfWords.strings(pdf)
              + DossierPaper.page(document)
              + document
              + new String(pdf, StandardCharsets.ISO_8859_1);
      assertThat(everything.toLowerCase(Locale.ROOT))
          .as(tag)
          .doesNotContain(
              POISON.toLowerCase(Locale.ROOT), "zmaj", "змај", "+381", "shelter", "2018-03", "v-1");
      assertThat(PdfWords.text(pdf))
          .as("no day of the month")
          .doesNotContain("17 Mar", "17 mar", "17. мар", "17. mar");
      assertThat(PdfWords.text(pdf)).contains("A-1", "2018");
    }
  }

  @Test
  void smallCountsOfPersonsAreHidden() {
    String text = DossierPaper.page(write(Edition.ANONYMISED, "en"));
    assertThat(text).contains("fewer than 5", "Victims: 9");
    assertThat(FINDINGS.cast().roles()).anyMatch(r -> r.count() < 5);
    Document document = write(Edition.ANONYMISED, "en");
    List<List<String>> roles =
        document.chapters().get(1).blocks().stream()
            .filter(Block.Table.class::isInstance)
            .map(Block.Table.class::cast)
            .flatMap(table -> table.rows().stream())
            .toList();
    assertThat(roles).isNotEmpty().noneMatch(row -> row.get(1).matches("[1-4]"));
  }

  @Test
  void theMagistratesEditionNamesAndSaysWhere() throws Exception {
    String text = PdfWords.text(printed(Edition.MAGISTRATE, "en")).replaceAll("\\s+", " ");
    assertThat(text)
        .contains(
            POISON + " 3",
            POISON + " clan",
            POISON + " report",
            "written by the authors about " + POISON,
            "never guilt",
            "do not generalise",
            "Victims: 9")
        .doesNotContain(POISON + " victim", POISON + " shelter", "shelter " + POISON);
  }

  @Test
  void bothEditionsAreAccessibleInEveryLanguage() throws Exception {
    for (String tag : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
      for (Edition edition : Edition.values()) {
        VeraPdf.assertConforms(printed(edition, tag), edition + " in " + tag);
      }
    }
  }

  @Test
  void everyWordIsThere() {
    for (String tag : List.of("en", "fr", "sr-Cyrl")) {
      for (Edition edition : Edition.values()) {
        assertThat(DossierPaper.page(write(edition, tag)))
            .as(edition + " in " + tag)
            .doesNotContain("[[", "⟦")
            .doesNotContainPattern("dossier\\.[a-z]");
      }
    }
  }

  /**
   * A code such as "recruiter" or "phone call" would stand among Cyrillic words as it is stored.
   */
  @Test
  void noCodeStandsForAWord() {
    String page = DossierPaper.page(write(Edition.ANONYMISED, "sr-Cyrl"));
    List<String> cells =
        Pattern.compile("(?s)<(td|th|dd)\\b.*?</\\1>")
            .matcher(page)
            .results()
            .map(cell -> cell.group().replaceAll("<[^>]*>", " "))
            .toList();
    assertThat(cells).hasSizeGreaterThan(20);
    assertThat(cells).allSatisfy(cell -> assertThat(cell).doesNotContainPattern("\\b[a-z]{3,}"));
  }

  @Test
  void eachPairOfCountriesIsToldOnWhatARequestCanRest() {
    List<Cooperation> pairs = FINDINGS.evidence().countries();
    assertThat(pairs).hasSameSizeAs(FINDINGS.territory().corridors()).hasSizeGreaterThan(1);
    assertThat(pairs).anyMatch(p -> p.inForce().isEmpty()).anyMatch(p -> !p.inForce().isEmpty());
    Block.Table named = requests(Edition.MAGISTRATE);
    assertThat(named.rows()).hasSize(2);
    assertThat(named.rows())
        .anySatisfy(
            row ->
                assertThat(row.subList(1, 3))
                    .containsExactly(
                        "Convention in force",
                        "Signed agreement; Another. It is not in force for both countries."))
        .anySatisfy(
            row -> assertThat(row.subList(1, 3)).containsExactly("none known", "none known"));
    String countries =
        named.rows().stream().map(row -> row.get(0)).collect(Collectors.joining("; "));
    assertThat(countries.split("; ")).as("every pair once").hasSameSizeAs(pairs);
    Block.Table told = requests(Edition.ANONYMISED);
    assertThat(told.rows()).hasSize(2).allMatch(row -> row.size() == 2);
    assertThat(told.rows()).extracting(row -> row.get(1)).containsExactlyInAnyOrder("yes", "no");
    assertThat(DossierPaper.page(write(Edition.ANONYMISED, "en")))
        .doesNotContain("Convention in force", "Signed agreement");
  }

  @Test
  void corridorsAreDrawnAtTheCountriesPlacesAndTheRestInTheMargin() {
    EditionFormat editionFormat =
        new EditionFormat(Edition.MAGISTRATE, texts("en"), moments("en"), new Countries(), LEGEND);
    String near = CorridorMap.of(List.of(route("FR", "RS")), List.of(), editionFormat).svg();
    assertThat(near)
        .contains("viewBox=\"120 20 780 480\"", "cx=\"233.5\" cy=\"161.0\"", "cx=\"611.7\"")
        .doesNotContain("data-iso", "fill=\"#ffffff\" stroke=\"#9c1f28\"");
    String far = CorridorMap.of(List.of(route("ES", "SE")), List.of(), editionFormat).svg();
    assertThat(far)
        .as("Spain is on the map, Sweden in the margin beneath")
        .contains("viewBox=\"57 20 843 514\"", "fill=\"#ffffff\" stroke=\"#9c1f28\"");
    assertThat(CorridorMap.margin(List.of(route("FR", "RS")))).isFalse();
    assertThat(CorridorMap.margin(List.of(route("SE", "RS")))).isTrue();
  }

  private static Territory.Route route(String from, String to) {
    return new Territory.Route(from, to, 7, 6, 0, 0, 0, 0, new Span("2017", "2018", 0));
  }

  private static Block.Table requests(Edition edition) {
    return write(edition, "en").chapters().get(10).blocks().stream()
        .filter(Block.Table.class::isInstance)
        .map(Block.Table.class::cast)
        .filter(table -> table.head().contains("In force for both"))
        .findFirst()
        .orElseThrow();
  }

  /** With France nothing is agreed. */
  private static Cooperation agreed(String from, String to) {
    if (from.equals("FR") || to.equals("FR")) {
      return Cooperation.Register.NOTHING.between(from, to);
    }
    Wording reason = in("It is not in force for both countries.");
    return new Cooperation(
        from,
        to,
        List.of(new Cooperation.Instrument("convention", in("Convention in force"), true)),
        List.of(
            new Cooperation.NoBasis("signed", in("Signed agreement"), reason),
            new Cooperation.NoBasis("another", in("Another"), reason)));
  }

  private static Wording in(String text) {
    return new Wording(Map.of("en", text, "fr", text, "sr", text));
  }

  private static SupportingMaterial beside() {
    return new SupportingMaterial(
        Map.of("recruitment", 12, "control", 7),
        List.of(
            new SupportingMaterial.Assessed(
                "G-1",
                "person",
                "not_sure",
                Map.of("act", "for", "purpose", "both"),
                "signs",
                "applies",
                "U-1",
                "2019-03-17",
                1)));
  }

  private static Document write(Edition edition, String tag) {
    return Composer.write(
        edition,
        new Issue(
            POISON + " case",
            POISON + " house",
            2,
            LocalDate.of(2018, 3, 17),
            41,
            LocalDate.of(2018, 3, 17),
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            POISON + " issuer",
            Composer.CHAPTERS.stream()
                .collect(
                    Collectors.toMap(
                        c -> c, c -> c + ": written by the authors about " + POISON + "."))),
        FINDINGS,
        LEGEND,
        texts(tag),
        moments(tag),
        new Countries());
  }

  private static Moments moments(String tag) {
    return new Moments(
        texts(tag),
        ZoneId.of("Europe/Belgrade"),
        Clock.fixed(Instant.parse("2019-04-09T10:00:00Z"), ZoneOffset.UTC));
  }

  private static Legend legend() {
    Map<String, String> words = new java.util.HashMap<>(CODED.legend().words());
    words.put("G-1", POISON + " grid");
    words.put("U-1", POISON + " prosecutor");
    return new Legend(words);
  }

  private static final class Countries implements CountryNames {
    @Override
    public String name(String iso2, Language language) {
      return new Locale.Builder().setRegion(iso2).build().getDisplayCountry(language.locale());
    }

    @Override
    public Optional<String> footnote(String iso2, Language language) {
      return iso2.equals("XK") ? Optional.of("* UNSCR 1244/1999") : Optional.empty();
    }
  }

  private static Texts texts(String tag) {
    return FileTexts.of(new Language(tag), "dossier", "figures", "grid", "house");
  }

  /** Each is drawn once for all tests, and kept to be looked at. */
  private static byte[] printed(Edition edition, String tag) throws IOException {
    Path file = Path.of("target/paper", "dossier-" + edition.code() + "-" + tag + ".pdf");
    if (PRINTED.add(file)) {
      Files.createDirectories(file.getParent());
      Files.write(file, DossierPaper.pdf(write(edition, tag)));
    }
    return Files.readAllBytes(file);
  }
}
