package org.passerelle.prevent.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.language.Wording;
import org.passerelle.prevent.campaign.Campaign;
import org.passerelle.prevent.campaign.CampaignSheet;
import org.passerelle.prevent.campaign.Reach;
import org.passerelle.prevent.effect.QuestionResult;
import org.passerelle.prevent.effect.Survey;

/**
 * A campaign with what can be told of it to everybody.
 *
 * @param reached what it reached, without entries that were struck
 * @param surveys in use
 * @param version of its wording, 0 if there is none
 */
public record ToldCampaign(
    Campaign campaign,
    List<Reach.Draft> reached,
    List<Survey> surveys,
    int version,
    CampaignWording wording) {
  public ToldCampaign {
    reached = List.copyOf(reached);
    surveys = List.copyOf(surveys);
  }

  /**
   * A text of the campaign, as it was entered.
   *
   * @param what key of the words that say what it is
   */
  public record Text(String what, String text) {
    /** What identifies it. */
    public String key() {
      return CampaignWording.key(text);
    }
  }

  /** Its sheet. */
  public CampaignSheet sheet() {
    return campaign.sheet();
  }

  /** A text in three languages. */
  public Wording in(String text) {
    return wording.of(text);
  }

  /** Questions whose shares may be shown, and which were chosen by writing them. */
  public List<QuestionResult> chosen(Survey survey) {
    return shown(survey).filter(result -> wording.has(result.question().text())).toList();
  }

  private static Stream<QuestionResult> shown(Survey survey) {
    return survey.questions().stream()
        .map(QuestionResult::of)
        .filter(result -> result.difference() != null);
  }

  /** Texts that a letter cannot do without, each once. */
  public List<Text> needed() {
    List<Text> texts = new ArrayList<>(ofSheet());
    reached.forEach(draft -> texts.addAll(of(draft)));
    for (Survey survey : surveys) {
      List<QuestionResult> chosen = chosen(survey);
      if (!chosen.isEmpty()) {
        texts.add(new Text("effect.field.source", survey.source()));
        chosen.forEach(result -> texts.add(of(result)));
      }
    }
    return each(texts);
  }

  /** Texts that can be written, each once: those above, and every question that may be shown. */
  public List<Text> all() {
    List<Text> texts = new ArrayList<>(ofSheet());
    reached.forEach(draft -> texts.addAll(of(draft)));
    for (Survey survey : surveys) {
      List<Text> questions = shown(survey).map(ToldCampaign::of).toList();
      if (!questions.isEmpty()) {
        texts.add(new Text("effect.field.source", survey.source()));
        texts.addAll(questions);
      }
    }
    return each(texts);
  }

  /** Texts that are left out of letters as long as nobody writes them. */
  public List<Text> optional() {
    return surveys.stream().flatMap(ToldCampaign::shown).map(ToldCampaign::of).toList();
  }

  /** How many of the texts that a letter needs are missing in a language. */
  public int missing(String language) {
    return (int)
        needed().stream()
            .filter(text -> !in(text.text()).byLanguage().containsKey(language))
            .count();
  }

  private List<Text> ofSheet() {
    CampaignSheet sheet = sheet();
    return Stream.of(
            new Text("campaign.field.title", sheet.title()),
            new Text("campaign.field.audience", sheet.audience()),
            new Text("campaign.field.areas", sheet.areas()),
            new Text("campaign.field.channel-words", sheet.channelWords()))
        .filter(text -> !text.text().isEmpty())
        .toList();
  }

  private static List<Text> of(Reach.Draft draft) {
    return List.of(
        new Text("campaign.field.source", draft.source()),
        new Text("campaign.field.method", draft.method()));
  }

  private static Text of(QuestionResult result) {
    return new Text("effect.question", result.question().text());
  }

  private static List<Text> each(List<Text> texts) {
    List<Text> once = new ArrayList<>();
    for (Text text : texts) {
      if (once.stream().noneMatch(one -> one.text().equals(text.text()))) {
        once.add(text);
      }
    }
    return once;
  }
}
