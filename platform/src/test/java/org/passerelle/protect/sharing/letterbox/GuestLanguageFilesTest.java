package org.passerelle.protect.sharing.letterbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.language.FileTexts;
import org.passerelle.language.ResourceYaml;

/**
 * All texts shown to guests of letterboxes and to whoever sends a tip exist in each of their
 * languages: keys of their templates and included ones, messages of their acts, and labels of the
 * code lists on their pages.
 */
class GuestLanguageFilesTest {
  private static final List<String> ROOTS =
      List.of(
          "protect/letterbox/door",
          "protect/letterbox/inside",
          "protect/letterbox/step",
          "protect/letterbox/end",
          "prevent/tip/door",
          "prevent/tip/form",
          "prevent/tip/inside",
          "prevent/tip/sent",
          "pages/problem");

  /** Sources of texts outside templates: acts, gates, fields, times, problems. */
  private static final List<String> SPEAK =
      List.of(
          "protect/sharing/letterbox/GuestActs",
          "protect/sharing/letterbox/Letters",
          "protect/sharing/letterbox/LetterboxMail",
          "protect/sharing/letterbox/Visits",
          "protect/sharing/letterbox/web/GuestController",
          "protect/sharing/letterbox/web/GuestPages",
          "protect/sharing/letterbox/web/GuestDraftController",
          "protect/sharing/handover/RecipientView",
          "protect/sharing/handover/StepPrerequisites",
          "protect/sharing/handover/StepContentRules",
          "protect/sharing/handover/web/HandOverPage",
          "protect/sharing/referral/received/Acceptances",
          "protect/sharing/referral/received/Declines",
          "protect/sharing/referral/web/ReferralPage",
          "protect/sharing/referral/web/RetentionLawForm",
          "protect/casework/cases/files/FileInspection",
          "prevent/tip/TipEnvelope",
          "prevent/tip/TipPace",
          "prevent/tip/Tips",
          "prevent/tip/web/TipController",
          "prevent/tip/web/TipFiles",
          "prevent/tip/web/TipForms",
          "prevent/tip/web/TipReturnController",
          "forms/answers/AnswerWords",
          "pages/Problems",
          "language/Moments",
          "language/PartialWords");

  /**
   * Keys in their templates that are only shown to users of the node, or have texts of their own.
   */
  private static final Pattern NOT_THEIRS =
      Pattern.compile(
          "house\\.(search|call|cases|screen|sign-out|account|menu|more|today|main-actions|open|new-.*|language\\..*)"
              + "(\\..*)?|room\\..*|form\\.kept\\.what|home\\..*|role\\..*");

  /** Codes that complete partial keys on their pages, or null for all of them. */
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "forms.", List.of("yes", "no"),
          "handover.stands.", List.of("accepted", "refused"),
          "handover.stage.",
              List.of("identification", "assistance", "inclusion", "return", "proceedings"),
          "letterbox.end.", List.of("out", "out.what", "confirmed", "confirmed.what"),
          "urgency.", List.of("how-soon", "high", "raised", "risk.high", "risk.raised"));

  private static final Set<String> OF_THE_HOUSE =
      Set.of(
          // names of kinds and log entries that are keys of other pages as well
          "letterbox.locked",
          "letterbox.read",
          "referral.message",
          "referral.sent",
          "released.asked_elsewhere",
          "released.known_here",
          "released.hand_over_step",
          "released.joint_screening",
          "released.transfer_offered",
          "released.case_transferred",
          "released.request",
          "released.referral_message");

  private static final Pattern INCLUDED = Pattern.compile("@template\\.([a-zA-Z0-9_.]+)\\(");
  private static final Pattern QUOTED = Pattern.compile("\"([a-z][a-z0-9_-]*\\.[a-z0-9_.-]*)\"");
  private static final Pattern LIST =
      Pattern.compile("words\\s*\\.(?:of|choices)\\(\\s*([^,;{}]{0,120})");

  @ParameterizedTest
  @ValueSource(strings = {"sq", "mk", "ro", "el", "bg"})
  void everyKeyOfTheirPagesIsThere(String language) throws IOException {
    Map<String, String> english = english();
    Set<String> needed = new TreeSet<>();
    for (String source : sources()) {
      Matcher quoted = QUOTED.matcher(source);
      while (quoted.find()) {
        needed.addAll(keys(quoted.group(1), english.keySet()));
      }
    }
    needed.removeIf(key -> NOT_THEIRS.matcher(key).matches() || OF_THE_HOUSE.contains(key));
    assertThat(needed).hasSizeGreaterThan(300);
    assertThat(read(language).keySet()).as(language).containsAll(needed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sq", "mk", "ro", "el", "bg"})
  void everyCodeOfTheListsOnTheirPagesHasAWord(String language) throws IOException {
    Map<String, Object> lists =
        ResourceYaml.map(ResourceYaml.read("forms/lists.yaml").get("lists"));
    Set<String> used = new TreeSet<>();
    for (String source : sources()) {
      Matcher list = LIST.matcher(source);
      while (list.find()) {
        Matcher name = Pattern.compile("\"([a-z_]+)\"").matcher(list.group(1));
        while (name.find()) {
          used.add(name.group(1));
        }
      }
    }
    used.retainAll(lists.keySet());
    assertThat(used).contains("services", "decline_reasons", "travel_means", "means_of_control");
    // ICU has names for these two in every language
    used.removeAll(Set.of("countries", "languages"));
    Set<String> needed = new TreeSet<>();
    for (String list : used) {
      for (Object code : (List<?>) Objects.requireNonNull(lists.get(list))) {
        needed.add("list." + list + "." + ((Map<?, ?>) code).get("code"));
      }
    }
    assertThat(read(language).keySet()).as(language).containsAll(needed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sq", "mk", "ro", "el", "bg"})
  void everyKindOfLineToCallHasAWord(String language) throws IOException {
    Map<String, Object> kinds =
        ResourceYaml.map(ResourceYaml.read("partner/emergency-numbers.yaml").get("kinds"));
    Set<String> needed = new TreeSet<>(Set.of("list.emergency_lines.not-verified"));
    kinds.keySet().forEach(kind -> needed.add("list.emergency_lines." + kind));
    assertThat(read(language).keySet()).containsAll(needed);
  }

  /** A surplus key is no longer shown; a missing placeholder loses a name. */
  @ParameterizedTest
  @ValueSource(strings = {"sq", "mk", "ro", "el", "bg"})
  void everyTextIsASoundMessageWithTheArgumentsOfItsOriginal(String language) throws IOException {
    Map<String, String> english = english();
    assertThat(read(language).keySet()).isEqualTo(read("sq").keySet());
    read(language)
        .forEach(
            (key, text) -> {
              // empty once a native speaker has reviewed them
              assertThat(text.isBlank() && !key.endsWith(".unreviewed")).as(key).isFalse();
              if (!key.startsWith("list.")) {
                assertThat(english).as(language).containsKey(key);
              }
              MessageFormat format = new MessageFormat(text, Locale.forLanguageTag(language));
              MessageFormat original =
                  new MessageFormat(english.getOrDefault(key, ""), Locale.ENGLISH);
              assertThat(format.getArgumentNames())
                  .as(language + " " + key)
                  .isEqualTo(original.getArgumentNames());
            });
  }

  /** A line that slipped into the next column would never be read. */
  @Test
  void eachIsWrittenInItsScript() throws IOException {
    Map<String, String> scripts =
        Map.of(
            "sq",
            "IsLatin",
            "ro",
            "IsLatin",
            "mk",
            "IsCyrillic",
            "bg",
            "IsCyrillic",
            "el",
            "IsGreek");
    for (Map.Entry<String, String> one : scripts.entrySet()) {
      Pattern letters = Pattern.compile("\\p{" + one.getValue() + "}{3}");
      read(one.getKey())
          .forEach(
              (key, text) -> {
                String said = text.replaceAll("\\{[0-9]+[^{}]*[{}]|\\b(?:one|few|other)\\b", "");
                boolean words = Pattern.compile("\\p{L}{4}").matcher(said).find();
                if (words && !key.equals("house.name") && !key.startsWith("date.pattern.")) {
                  assertThat(letters.matcher(said).find()).as(one.getKey() + " " + key).isTrue();
                }
              });
    }
    assertThat(read("mk")).isNotEqualTo(read("bg"));
    assertThat(read("mk").toString())
        .as("letters of other languages")
        .doesNotContainPattern("[щъыэюя]");
    assertThat(read("bg").toString()).doesNotContainPattern("[ѓѕјљњќџ]");
    assertThat(read("ro").toString()).as("with commas below").doesNotContainPattern("[şţŞŢ]");
  }

  /** The keys that a quoted text stands for: itself, or all that begin with it. */
  private static Set<String> keys(String quoted, Set<String> known) {
    Set<String> keys = new TreeSet<>();
    if (!quoted.endsWith(".")) {
      if (known.contains(quoted)) {
        keys.add(quoted);
      }
    } else if (PARTS.containsKey(quoted)) {
      PARTS.get(quoted).forEach(code -> keys.add(quoted + code));
    } else {
      known.stream().filter(key -> key.startsWith(quoted)).forEach(keys::add);
    }
    return keys;
  }

  /** The templates of their pages with all includes, and the code that produces texts for them. */
  private static List<String> sources() throws IOException {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> todo = new ArrayDeque<>(ROOTS);
    List<String> sources = new ArrayList<>();
    while (!todo.isEmpty()) {
      String name = todo.pop();
      if (seen.add(name)) {
        String source = Files.readString(Path.of("src/main/jte", name + ".jte"));
        sources.add(source);
        Matcher included = INCLUDED.matcher(source);
        while (included.find()) {
          todo.push(included.group(1).replace('.', '/'));
        }
      }
    }
    for (String name : SPEAK) {
      sources.add(Files.readString(Path.of("src/main/java/org/passerelle", name + ".java")));
    }
    return sources;
  }

  private static Map<String, String> english() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/language/en"))) {
      for (Path file : files.toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          all.putAll(FileTexts.read(in));
        }
      }
    }
    return all;
  }

  private static Map<String, String> read(String language) throws IOException {
    Path file = Path.of("src/main/resources/language/guest", language + ".properties");
    try (InputStream in = Files.newInputStream(file)) {
      return new TreeMap<>(FileTexts.read(in));
    }
  }
}
