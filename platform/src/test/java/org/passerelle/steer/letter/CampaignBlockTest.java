package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.language.Language;
import org.passerelle.paper.VeraPdf;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignSheet;
import org.passerelle.prevent.campaign.Reach;
import org.passerelle.prevent.effect.Survey;
import org.passerelle.prevent.wording.CampaignWording;
import org.passerelle.prevent.wording.ToldCampaign;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;
import org.passerelle.steer.letter.source.CampaignSource;
import org.passerelle.steer.letter.source.PictureSource;
import org.passerelle.steer.letter.source.Sources;

/** A block of an issue tells of campaigns in three languages, from what was entered and written. */
class CampaignBlockTest {
  private static final LocalDate FROM = LocalDate.of(2019, 2, 1);
  private static final LocalDate UNTIL = LocalDate.of(2019, 3, 15);
  private static final String ASKED = "Would you ask for a contract?";
  private static final String HIDDEN = "Did somebody offer you work?";

  private static Map<String, Map<String, String>> written(String... texts) {
    Map<String, Map<String, String>> written = new java.util.HashMap<>();
    for (String text : texts) {
      written.put(
          CampaignWording.key(text),
          Map.of("en", text, "fr", "« " + text + " »", "sr", "Српски: Косово"));
    }
    return written;
  }

  private static Survey.Question question(String text, int before, int after) {
    return new Survey.Question(
        text,
        "yes-no",
        0,
        List.of(
            new Survey.Answer("before", "yes", before),
            new Survey.Answer("before", "no", 80 - before),
            new Survey.Answer("after", "yes", after),
            new Survey.Answer("after", "no", 70 - after)));
  }

  private static ToldCampaign told(String... texts) {
    CampaignSheet sheet =
        new CampaignSheet(
            "Ask first",
            "People of 18 to 30",
            "Before you go",
            List.of("XK", "DE"),
            "Stations",
            List.of("sr"),
            List.of("radio", "schools"),
            "",
            FROM,
            UNTIL,
            "x",
            "y",
            "",
            false);
    return new ToldCampaign(
        new Campaign(new UUID(0, 1), new UUID(0, 2), sheet, 1, List.of(), List.of()),
        List.of(
            new Reach.Draft("radio", 61_000, "listeners", FROM, UNTIL, "The station", "A panel")),
        List.of(
            new Survey(
                "The institute",
                "All",
                "On paper",
                "same",
                List.of(question(ASKED, 48, 56), question(HIDDEN, 3, 56)))),
        1,
        new CampaignWording(true, written(texts)));
  }

  private static ToldCampaign whole() {
    return told(
        "Ask first",
        "People of 18 to 30",
        "Stations",
        "The station",
        "A panel",
        "The institute",
        ASKED,
        HIDDEN);
  }

  private static Facts facts() {
    List<Entry> entries = new ArrayList<>(Facts.shipped().everything());
    entries.add(
        new Entry(
            Kinds.shipped().find("letter-block").orElseThrow(),
            "letter-12-campaigns",
            1,
            Map.of(
                "letter",
                "letter-12",
                "order",
                900,
                "type",
                "campaigns",
                "heading",
                Map.of("en", "Campaigns", "fr", "Campagnes", "sr", "Кампање"))));
    return new Facts(entries);
  }

  private static Sources of(ToldCampaign campaign) {
    return new Sources(PictureSource.NONE, (from, until) -> List.of(campaign));
  }

  private static Edition edition(ToldCampaign campaign, String tag) {
    Facts facts = facts();
    return new Composer(facts, of(campaign))
        .compose(Composer.issue(facts, 12).orElseThrow(), new Language(tag));
  }

  private static String block(Edition edition) {
    String article = Typesetter.article(edition);
    return article.substring(article.indexOf("id=\"letter-12-campaigns\"")).replaceAll("\\s+", " ");
  }

  @Test
  void itSaysWhoWasReachedByWhichSourceAndThatThisIsNotEffect() {
    assertThat(block(edition(whole(), "en")))
        .contains(
            "Ask first",
            "1 February – 15 March 2019",
            "People of 18 to 30",
            "Germany",
            "Kosovo*",
            "Stations",
            "Radio, Schools",
            "61,000 viewers or listeners",
            "Source: The station. Method: A panel",
            "It is not effect");
  }

  @Test
  void whatWasAskedBeforeAndAfterIsAssociationAlone() {
    assertThat(block(edition(whole(), "en")))
        .contains(
            ASKED + "” (answered yes): 60% of 80 before, 80% of 70 after.",
            "Difference: 20 points (95% interval: 5.2 to 33.4).",
            "Asked by: The institute.",
            "the interval is a rough guide",
            "association only")
        .as("a share that could tell of somebody")
        .doesNotContain(HIDDEN);
  }

  @Test
  void everyEditionHasItsOwnWordsAndTheNoteOnStatus() {
    assertThat(block(edition(whole(), "fr"))).contains("« Ask first »", "Radio", "Allemagne");
    assertThat(block(edition(whole(), "sr-Cyrl"))).contains("Српски: Косово*", "Немачка");
    assertThat(block(edition(whole(), "sr-Latn"))).contains("Srpski: Kosovo*", "Nemačka");
    assertThat(edition(whole(), "sr-Cyrl").status()).startsWith("* ");
  }

  @Test
  void whatNobodyWroteIsSeenAsMissingAndAQuestionIsLeftOut() {
    ToldCampaign some = told("Ask first", "People of 18 to 30");
    assertThat(block(edition(some, "fr")))
        .contains("⟦fr⟧", "« Ask first »")
        .doesNotContain(ASKED, "Avant et après");
    assertThat(some.missing("fr")).as("Stations, The station, A panel").isEqualTo(3);
    assertThat(whole().missing("fr")).isZero();
    assertThat(whole().all()).extracting(ToldCampaign.Text::text).doesNotContain(HIDDEN);
    assertThat(told(ASKED).needed())
        .extracting(ToldCampaign.Text::text)
        .contains(ASKED, "The institute");
  }

  @Test
  void anIssueAsksForTheMonthsBeforeIt() {
    List<LocalDate> asked = new ArrayList<>();
    CampaignSource source =
        (from, until) -> {
          asked.addAll(List.of(from, until));
          return List.of();
        };
    Facts facts = facts();
    Edition edition =
        new Composer(facts, new Sources(PictureSource.NONE, source))
            .compose(Composer.issue(facts, 12).orElseThrow(), new Language("en"));
    assertThat(asked.get(0)).isBefore(LocalDate.of(2019, 4, 1));
    assertThat(asked.get(1)).isEqualTo(LocalDate.of(2019, 3, 31));
    assertThat(block(edition)).contains("No campaign of these months");
  }

  @Test
  void theSameCampaignsMakeTheSameIssueAndAChangedOneAnother() {
    Facts facts = facts();
    Entry letter = Composer.issue(facts, 12).orElseThrow();
    String digest = Editions.digest(facts, of(whole()), letter);
    assertThat(Editions.digest(facts, of(whole()), letter)).isEqualTo(digest);
    assertThat(Editions.digest(facts, of(told("Ask first")), letter)).isNotEqualTo(digest);
    assertThat(Composer.campaigns(of(whole()), facts, letter))
        .isEqualTo(Composer.campaigns(of(whole()), facts, letter))
        .isNotEqualTo(Composer.campaigns(of(told("Ask first")), facts, letter))
        .isNotEmpty();
  }

  @Test
  @Tag("slow")
  void itsPdfConforms() throws Exception {
    Facts facts = facts();
    byte[] pdf =
        Letters.make(
            facts,
            of(whole()),
            Composer.issue(facts, 12).orElseThrow(),
            new Language("fr"),
            Letters.Form.PDF);
    VeraPdf.assertConforms(pdf, "an edition with campaigns");
  }
}
