package org.passerelle.bench.soak;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fills a form as a user might: most choices stay, most empty fields are filled. */
final class Typing {
  private static final List<String> WORDS =
      List.of(
          "Elena", "Jovan", "Хоџа", "Ивана", "Sofija M.", "Côte d’Azur", "Niš", "a & b <c>", "12");
  private static final List<String> SENTENCES =
      List.of(
          "Seen at the bus station in the morning.\nSpoke of a debt.",
          "Allée sans réponse ; à rappeler lundi.",
          "Разговор је прекинут, наставак у понедељак.",
          "x".repeat(700));

  /** The words that replace a choice in a forged form. */
  static final String FORGED = "Her shelter is at Lipov Lad";

  private static final Set<String> TYPED = Set.of("text", "textarea", "search");
  private static final Set<String> KEPT = Set.of("_csrf", "_once", "_form", "_action");

  private Typing() {}

  /**
   * A filled form to be sent.
   *
   * @param query names and values as they are transmitted
   */
  record Filled(String method, String action, String query) {
    boolean isForged() {
      return Typing.isForged(query);
    }
  }

  static boolean isForged(String query) {
    return query.contains(pair("", FORGED).substring(1));
  }

  /**
   * The same form with words in place of one or all choices and hidden values. CSRF and idempotency
   * tokens stay, and so does typed text.
   */
  static Filled forge(Html.Form form, Filled filled, Random random) {
    Set<String> typed =
        form.fields().stream()
            .filter(f -> TYPED.contains(f.kind()))
            .map(Html.Field::name)
            .collect(Collectors.toSet());
    List<String> pairs = new ArrayList<>(List.of(filled.query().split("&")));
    boolean all = random.nextBoolean();
    int only = random.nextInt(pairs.size());
    for (int i = 0; i < pairs.size(); i++) {
      String name = URLDecoder.decode(pairs.get(i).replaceAll("=.*", ""), StandardCharsets.UTF_8);
      if ((all || i == only) && !KEPT.contains(name) && !typed.contains(name)) {
        pairs.set(i, pair(name, FORGED));
      }
    }
    return new Filled(filled.method(), filled.action(), String.join("&", pairs));
  }

  static Filled fill(Html.Form form, String path, Random random, Instant now) {
    List<String> pairs = new ArrayList<>();
    Map<String, List<Html.Field>> radios = new TreeMap<>();
    List<Html.Field> buttons = new ArrayList<>();
    for (Html.Field field : form.fields()) {
      // a field without a name is not sent; a button needs none
      if (field.name().isEmpty() && !field.kind().equals("submit")) {
        continue;
      }
      switch (field.kind()) {
        case "submit" -> buttons.add(field);
        case "button", "reset" -> {}
        case "radio" -> radios.computeIfAbsent(field.name(), n -> new ArrayList<>()).add(field);
        case "checkbox" -> {
          if (random.nextInt(100) < (field.chosen() ? 85 : 25)) {
            pairs.add(pair(field.name(), field.value().isEmpty() ? "on" : field.value()));
          }
        }
        default -> pairs.add(pair(field.name(), value(field, random, now)));
      }
    }
    radios.forEach(
        (name, choices) -> {
          if (random.nextInt(100) < 90) {
            pairs.add(pair(name, choices.get(random.nextInt(choices.size())).value()));
          }
        });
    String action = form.action().isEmpty() ? path : form.action();
    if (!buttons.isEmpty()) {
      Html.Field pressed = buttons.get(random.nextInt(buttons.size()));
      if (!pressed.name().isEmpty()) {
        pairs.add(pair(pressed.name(), pressed.value()));
      }
      action = pressed.action().isEmpty() ? action : pressed.action();
    }
    return new Filled(
        form.method().equals("POST") ? "POST" : "GET", action, String.join("&", pairs));
  }

  private static String value(Html.Field field, Random random, Instant now) {
    if (field.kind().equals("hidden")) {
      return field.value();
    }
    if (field.kind().equals("select")) {
      return field.options().isEmpty() || random.nextInt(100) < 40
          ? field.value()
          : field.options().get(random.nextInt(field.options().size()));
    }
    if (random.nextInt(100) < (field.value().isEmpty() ? 15 : 70)) {
      return field.value();
    }
    return switch (field.kind()) {
      case "date" -> day(random, now);
      case "datetime-local" -> day(random, now) + "T10:30";
      case "time" -> "10:30";
      case "number" -> String.valueOf(random.nextInt(30));
      case "email" -> "somebody@example.org";
      case "url" -> "https://example.org/";
      case "textarea" -> SENTENCES.get(random.nextInt(SENTENCES.size()));
      // a text field of the application may expect a date, a number or words
      default ->
          switch (random.nextInt(6)) {
            case 0 -> day(random, now);
            case 1 -> String.valueOf(random.nextInt(40));
            default -> WORDS.get(random.nextInt(WORDS.size()));
          };
    };
  }

  private static String day(Random random, Instant now) {
    return now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(random.nextInt(1200) - 900).toString();
  }

  static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
