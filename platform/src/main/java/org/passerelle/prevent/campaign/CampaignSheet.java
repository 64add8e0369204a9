package org.passerelle.prevent.campaign;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A campaign as it is planned.
 *
 * @param audience whom it addresses
 * @param says its message, in a few sentences
 * @param countries ISO codes
 * @param areas districts, towns or routes within them, in words
 * @param languages in which it speaks
 * @param channels some of {@link #CHANNELS}
 * @param channelWords what the channels are in particular
 * @param responsible organisation of the register
 * @param measure measure of the register that it carries out
 * @param money reference of the project or grant that pays for it, or empty
 * @param calledOff whether it does not take place
 */
public record CampaignSheet(
    String title,
    String audience,
    String says,
    List<String> countries,
    String areas,
    List<String> languages,
    List<String> channels,
    String channelWords,
    LocalDate from,
    LocalDate until,
    String responsible,
    String measure,
    String money,
    boolean calledOff)
    implements CampaignText {
  /** Channels, in the order of the form. */
  public static final List<String> CHANNELS =
      List.of(
          "social",
          "web",
          "television",
          "radio",
          "press",
          "cinema",
          "posters",
          "leaflets",
          "schools",
          "events",
          "transport",
          "community",
          "other");

  public CampaignSheet {
    countries = List.copyOf(countries);
    languages = List.copyOf(languages);
    channels = List.copyOf(channels);
  }

  static CampaignSheet of(CampaignFields fields) {
    return new CampaignSheet(
        fields.one("title"),
        fields.one("audience"),
        fields.one("says"),
        fields.many("countries"),
        fields.one("areas"),
        fields.many("languages"),
        fields.many("channels"),
        fields.one("channel-words"),
        fields.day("from"),
        fields.day("until"),
        fields.one("responsible"),
        fields.one("measure"),
        fields.one("money"),
        !fields.one("called-off").isEmpty());
  }

  @Override
  public Map<String, List<String>> fields() {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("title", List.of(title));
    fields.put("audience", List.of(audience));
    fields.put("says", List.of(says));
    fields.put("countries", countries);
    fields.put("areas", CampaignFields.of(areas));
    fields.put("languages", languages);
    fields.put("channels", channels);
    fields.put("channel-words", CampaignFields.of(channelWords));
    fields.put("from", List.of(from.toString()));
    fields.put("until", List.of(until.toString()));
    fields.put("responsible", List.of(responsible));
    fields.put("measure", List.of(measure));
    fields.put("money", CampaignFields.of(money));
    fields.put("called-off", CampaignFields.of(calledOff ? "yes" : ""));
    return fields;
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "title",
        title,
        "audience",
        audience,
        "says",
        says,
        "areas",
        areas,
        "channel-words",
        channelWords);
  }
}
