package org.passerelle.demo;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.ResourceYaml;
import org.passerelle.understand.diagnosis.Codings;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Diagnosis;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.Memos;
import org.passerelle.understand.diagnosis.Recommendations;
import org.passerelle.understand.diagnosis.Theme;
import org.springframework.stereotype.Component;

/**
 * The diagnosis of the demonstration, created through the same interfaces as a real one: interviews
 * in three places, coded by two analysts, with recommendations of which one is accepted.
 */
@Component
class DemoFieldwork {
  private final Diagnoses diagnoses;
  private final Interviews interviews;
  private final Codings codings;
  private final Memos memos;
  private final Recommendations recommendations;
  private final Clock clock;

  DemoFieldwork(
      Diagnoses diagnoses,
      Interviews interviews,
      Codings codings,
      Memos memos,
      Recommendations recommendations,
      Clock clock) {
    this.diagnoses = diagnoses;
    this.interviews = interviews;
    this.codings = codings;
    this.memos = memos;
    this.recommendations = recommendations;
    this.clock = clock;
  }

  /**
   * Creates it.
   *
   * @param manager user who answers recommendations
   */
  void record(List<DemoHouse.Staff> staff, SignedIn manager) {
    Map<String, SignedIn> people =
        staff.stream().collect(toUnmodifiableMap(DemoHouse.Staff::login, DemoHouse.Staff::who));
    Map<String, Object> all = ResourceYaml.read("demo/fieldwork.yaml");
    List<SignedIn> team =
        ResourceYaml.texts(all.get("team")).stream().map(login -> of(people, login)).toList();
    SignedIn first = team.get(0);
    UUID id =
        diagnoses.begin(
            ResourceYaml.text(all, "title"),
            ResourceYaml.text(all, "scope"),
            ResourceYaml.text(all, "question"),
            ResourceYaml.texts(all.get("sites")),
            first);
    team.stream().skip(1).forEach(member -> diagnoses.addMember(id, member.user(), first));
    Map<String, String> themes = themes(id, ResourceYaml.maps(all.get("themes")), first);
    List<Diagnosis.Site> sites = diagnoses.find(id, first).sites();
    for (Map<String, Object> interview : ResourceYaml.maps(all.get("interviews"))) {
      UUID site = sites.get(Integer.parseInt(ResourceYaml.text(interview, "site")) - 1).id();
      interview(id, site, interview, themes, people);
    }
    for (Map<String, Object> asked : ResourceYaml.maps(all.get("recommendations"))) {
      UUID made =
          recommendations.make(
              id,
              ResourceYaml.text(asked, "theme"),
              ResourceYaml.text(asked, "says"),
              of(people, ResourceYaml.text(asked, "by")));
      String measure = ResourceYaml.text(asked, "measure");
      if (!measure.isEmpty()) {
        recommendations.answer(made, 0, measure, ResourceYaml.text(asked, "answer"), manager);
      }
    }
  }

  private Map<String, String> themes(UUID id, List<Map<String, Object>> own, SignedIn who) {
    Map<String, String> codes = new HashMap<>();
    for (Map<String, Object> theme : own) {
      codings.addTheme(
          id, ResourceYaml.text(theme, "below"), ResourceYaml.text(theme, "name"), who);
    }
    List<Theme> entered = codings.themes(id, who);
    for (Theme theme : entered) {
      codes.put(theme.code(), theme.code());
    }
    for (Map<String, Object> theme : own) {
      String name = ResourceYaml.text(theme, "name");
      entered.stream()
          .filter(t -> t.name().equals(name))
          .forEach(t -> codes.put(ResourceYaml.text(theme, "id"), t.code()));
    }
    return codes;
  }

  private void interview(
      UUID diagnosis,
      UUID site,
      Map<String, Object> described,
      Map<String, String> themes,
      Map<String, SignedIn> people) {
    SignedIn by = of(people, ResourceYaml.text(described, "by"));
    LocalDate day =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .minusDays(Long.parseLong(ResourceYaml.text(described, "days")));
    Interview.Held held =
        new Interview.Held(
            ResourceYaml.text(described, "pseudonym"),
            "српски",
            day,
            site,
            by.user(),
            ResourceYaml.text(described, "intermediary").equals("true"));
    UUID id = interviews.add(diagnosis, held, ResourceYaml.text(described, "consent"), day, by);
    List<String> said = ResourceYaml.texts(described.get("said"));
    interviews.transcribe(id, String.join(" ", said), by);
    for (List<?> code : lists(described.get("codes"))) {
      int from = (int) code.get(2) - 1;
      String passage = String.join(" ", said.subList(from, (int) code.get(3)));
      String theme = themes.getOrDefault(code.get(1).toString(), "");
      codings.code(id, theme, passage, -1, of(people, code.get(0).toString()));
    }
    for (String login : ResourceYaml.texts(described.get("done"))) {
      codings.finish(id, of(people, login));
    }
    for (List<?> memo : lists(described.get("memos"))) {
      memos.note(id, memo.get(1).toString(), of(people, memo.get(0).toString()));
    }
  }

  private static List<List<?>> lists(@Nullable Object node) {
    return node instanceof List<?> all
        ? all.stream().<List<?>>map(one -> (List<?>) one).toList()
        : List.of();
  }

  private static SignedIn of(Map<String, SignedIn> people, String login) {
    SignedIn found = people.get(login);
    if (found == null) {
      throw new IllegalStateException(
          "demo/fieldwork.yaml names %s.%nMaybe demo/users.yaml lacks this login."
              .formatted(login));
    }
    return found;
  }
}
