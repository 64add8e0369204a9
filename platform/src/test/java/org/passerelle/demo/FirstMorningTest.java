package org.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.pages.TransliteratedNames;
import org.passerelle.steer.release.FigureReleases;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * On the first morning the demonstration's people have a day's work before them, some of it late:
 * neither nothing nor more than anybody would believe.
 */
@Tag("slow")
@Tag("long")
class FirstMorningTest {
  /** As many as without a number behind {@code --demo}. */
  private static final int PEOPLE = 2_000;

  @TempDir Path folder;

  @Test
  void whoFollowsTheCasesHasADaysWork() {
    try (ConfigurableApplicationContext house = FilledDemo.in(folder, PEOPLE)) {
      Map<String, Integer> urgent = urgent("jelena.most", house);
      assertThat(urgent.values().stream().mapToInt(i -> i).sum())
          .as("%s", urgent)
          .isBetween(10, 30);
      assertThat(urgent.getOrDefault("late", 0)).as("%s", urgent).isBetween(3, 20);
      assertThat(house.getBean(FigureReleases.class).all())
          .as("figures of last year are public, and two signed them")
          .singleElement()
          .satisfies(one -> assertThat(one.askedBy()).isNotEqualTo(one.approvedBy()));
    }
  }

  /** Numbers of things that cannot wait, as the first page counts them. */
  private static Map<String, Integer> urgent(String login, ConfigurableApplicationContext house) {
    User user =
        house.getBean(Users.class).all().stream()
            .filter(one -> one.login().equals(login))
            .findFirst()
            .orElseThrow();
    SignedIn who = new SignedIn(user.id(), user.name(), user.organisation(), "Most", user.roles());
    Page page = page(who, house);
    return house.getBeansOfType(Today.class).values().stream()
        .flatMap(room -> room.items(who, page).stream())
        .filter(item -> !item.news())
        .filter(
            item ->
                item.due()
                    .isBefore(item.pressing() ? page.moments().week() : page.moments().midnight()))
        .collect(
            Collectors.groupingBy(
                item ->
                    item.pressing()
                        ? "pressing"
                        : item.late(page.moments().now()) ? "late" : "today",
                TreeMap::new,
                Collectors.summingInt(Today.Item::things)));
  }

  private static Page page(SignedIn who, ConfigurableApplicationContext house) {
    Languages languages = house.getBean(Languages.class);
    Texts texts = languages.texts(new Language("en"));
    return new Page(
        texts,
        new Moments(texts, ZoneOffset.UTC, house.getBean(Clock.class)),
        languages.all(),
        who,
        List.of(),
        "",
        "/",
        "",
        "csrf",
        "once",
        true,
        null,
        "",
        "",
        TransliteratedNames.NONE,
        List.of());
  }
}
