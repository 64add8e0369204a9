package org.passerelle.protect.care.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service as somebody enters it or reads it. Immutable. What a file from elsewhere says beyond
 * this stays in its document.
 *
 * @param needs codes of {@code care_needs} that it is for; empty for one that nobody classified yet
 * @param status {@code active}, {@code inactive}, {@code defunct} or {@code temporarily closed}
 * @param minAge youngest that it takes, in years, or null
 * @param maxAge oldest that it takes, in years, or null
 * @param languages codes of {@code languages}
 * @param assured when somebody last made sure that all this is so, or null
 */
public record CareService(
    String name,
    String description,
    List<String> needs,
    String status,
    @Nullable Integer minAge,
    @Nullable Integer maxAge,
    List<String> languages,
    Where where,
    When when,
    Cost cost,
    Contact contact,
    @Nullable LocalDate assured) {
  public CareService {
    needs = List.copyOf(needs);
    languages = List.copyOf(languages);
  }

  /** All that somebody wrote in words, by field of the house's form. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("name", name);
    texts.put("description", description);
    texts.put("address", where.address);
    texts.put("postal", where.postal);
    texts.put("city", where.city);
    texts.put("access", where.access);
    texts.put("when", when.words);
    texts.put("cost", cost.words);
    texts.put("phone", contact.phone);
    texts.put("email", contact.email);
    texts.put("url", contact.url);
    texts.put("apply", contact.apply);
    texts.put("whom", contact.whom);
    return texts;
  }

  /**
   * Where it is.
   *
   * @param address street and number; empty for what is given by telephone or online, and for
   *     places to live
   * @param country ISO 3166-1 alpha-2, or empty
   * @param access how somebody with a wheelchair, or who does not hear or see, comes in; or empty
   */
  public record Where(String address, String postal, String city, String country, String access) {}

  /**
   * When it is open.
   *
   * @param days of {@code MO} to {@code SU}
   * @param opens such as 09:00, or empty
   * @param words what else is to be said of it, or empty
   */
  public record When(List<String> days, String opens, String closes, String words) {
    public When {
      days = List.copyOf(days);
    }
  }

  /**
   * What it costs.
   *
   * @param amount 0 is free of charge; null is not known
   * @param currency code of {@code currencies}, or empty
   */
  public record Cost(@Nullable BigDecimal amount, String currency, String words) {}

  /**
   * How it is reached.
   *
   * @param apply how somebody comes to it: by telephone, with a letter of a doctor
   * @param whom for whom it is, in words
   */
  public record Contact(String phone, String email, String url, String apply, String whom) {}

  /** An entry of the catalogue. */
  public record Entry(
      UUID id, UUID owner, String provider, int version, CareService service, boolean stale) {

    /** Whether it can be used now. */
    public boolean open() {
      return service.status().equals("active");
    }
  }

  /** A line of the list. */
  public record Line(
      UUID id,
      UUID owner,
      String provider,
      String name,
      String status,
      String city,
      @Nullable String country,
      @Nullable Integer minAge,
      @Nullable Integer maxAge,
      @Nullable LocalDate assured,
      boolean stale,
      List<String> needs,
      List<String> languages) {
    public Line {
      needs = List.copyOf(needs);
      languages = List.copyOf(languages);
    }

    Line with(List<String> itsNeeds, List<String> itsLanguages) {
      return new Line(
          id,
          owner,
          provider,
          name,
          status,
          city,
          country,
          minAge,
          maxAge,
          assured,
          stale,
          itsNeeds,
          itsLanguages);
    }
  }

  /**
   * What is looked for; empty or null is anything.
   *
   * @param words of name, provider, description and town, in any script
   */
  public record Search(
      String need, @Nullable Integer age, String language, String country, String words) {
    /** Everything. */
    public static final Search ALL = new Search("", null, "", "", "");
  }
}
