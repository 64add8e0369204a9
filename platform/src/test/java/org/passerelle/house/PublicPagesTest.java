package org.passerelle.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Browser;
import org.passerelle.register.Strategy;
import org.passerelle.storage.House;
import org.passerelle.storage.KeyedMarks;
import org.passerelle.storage.PublicHouse;
import org.passerelle.storage.keys.KeyStore;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The process of the public pages answers those, and knows nothing of the rest of the program. */
@Tag("slow")
@Tag("postgresql")
class PublicPagesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|action)=\"(/[^\"#]*)[\"#]");

  /** Every address; those that need somebody signed in are answered as if they were not there. */
  private static final List<String> ADDRESSES =
      List.of(
          "/",
          "/about/accessibility",
          "/about/logged",
          "/calendar",
          "/calendar/country/{country}.ics",
          "/calendar/pillar/{pillar}.ics",
          "/calendar/strategy.ics",
          "/error",
          "/figures",
          "/figures/estimates/{number}",
          "/figures/estimates/{number}/estimate.json",
          "/figures/{number}",
          "/figures/{number}/embed/{table}",
          "/figures/{number}/{file}",
          "/health",
          "/language/{tag}",
          "/letters",
          "/letters/{number}",
          "/letters/{number}/{language}",
          "/letters/{number}/{language}.html",
          "/letters/{number}/{language}.pdf",
          "/reports",
          "/reports/{kind}/{year}",
          "/steer/calendar",
          "/tips",
          "/tips/return",
          "/tips/return/add",
          "/tips/return/inside",
          "/tips/return/leave");

  private static House house;
  private static PublicHouse pages;

  @BeforeAll
  static void start() {
    house = House.on(House.Database.POSTGRESQL);
    Strategy.in(house);
    letter();
    pages = new PublicHouse(house);
  }

  /** A letter of which the first version was withdrawn. */
  private static void letter() {
    for (int version = 1; version <= 2; version++) {
      house
          .db()
          .sql(
              """
              insert into letter_release (letter, version, number, at, by_name, reason, withdrawn_at, withdrawn_by,
                withdrawn_reason)
              values ('letter-of-pages', :version, 977, current_timestamp, 'Desk M.', 'a reason',
                case when :version = 1 then current_timestamp end, 'Desk M.', 'a mistake')
              on conflict do nothing""")
          .param("version", version)
          .update();
      for (String language : List.of("en", "fr", "sr-Cyrl", "sr-Latn")) {
        edition(version, language, "html");
        edition(version, language, "pdf");
      }
    }
  }

  private static void edition(int version, String language, String form) {
    house
        .db()
        .sql(
            """
            insert into letter_edition (letter, version, language, form, title, content, digest)
            values ('letter-of-pages', :version, :language, :form, 'The letter', :content, 'abc')
            on conflict do nothing""")
        .param("version", version)
        .param("language", language)
        .param("form", form)
        .param(
            "content",
            "<!doctype html><body><main><article>Words of version %d</article></main></body>"
                .formatted(version)
                .getBytes(StandardCharsets.UTF_8))
        .update();
  }

  @AfterAll
  static void end() {
    pages.close();
  }

  @Test
  void itAnswersTheseAddressesAndNoOthers() {
    Set<String> served = new TreeSet<>();
    pages
        .context()
        .getBean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (handler.getBeanType().getName().startsWith("org.passerelle.")) {
                served.addAll(info.getPatternValues());
              }
            });
    assertThat(served).containsExactlyElementsOf(ADDRESSES);
    Browser stranger = new Browser(pages.address());
    for (String other :
        List.of(
            "/sign-in",
            "/account",
            "/steer/calendar",
            "/protect/cases",
            "/prevent/tips",
            "/house/backup/data",
            "/house/calendar",
            "/api/v1/openapi.json",
            "/letters/subscribe",
            "/letterbox",
            "/partners",
            "/phone",
            "/setup/x",
            "/letters/976/en")) {
      assertThat(stranger.get(other).status()).as(other).isEqualTo(404);
    }
    stranger.get("/tips");
    for (String other : List.of("/node/envelope", "/sign-in", "/api/v1/partner-reports")) {
      assertThat(stranger.post(other).status()).as(other).isEqualTo(404);
    }
  }

  @Test
  void everyLinkLeadsToAPageThatIsThereOrToTheHouse() {
    Browser stranger = new Browser(pages.address());
    Deque<String> open = new ArrayDeque<>(List.of("/", "/tips", "/letters", "/calendar"));
    Set<String> seen = new HashSet<>(open);
    StringBuilder all = new StringBuilder();
    while (!open.isEmpty()) {
      String path = open.remove();
      Browser.Answer answer = stranger.get(path);
      assertThat(answer.status()).as(path).isIn(200, 302);
      all.append(answer.body());
      LINK.matcher(answer.body())
          .results()
          .map(found -> found.group(1).replace("&amp;", "&"))
          .filter(found -> !found.startsWith("/language/") && !found.endsWith("/add"))
          .filter(found -> !found.endsWith("/leave") && !found.contains("?"))
          .filter(seen::add)
          .forEach(open::add);
    }
    assertThat(seen).contains("/figures", "/reports", "/letters/977/en", "/about/logged");
    assertThat(all.toString())
        .contains(
            "href=\"" + PublicHouse.HOUSE + "/sign-in\"",
            "href=\"" + PublicHouse.HOUSE + "/letters/subscribe\"",
            "Words of version 2",
            "a mistake")
        .doesNotContain("Desk M.", "href=\"/sign-in\"");
  }

  @Test
  void pagesAreThoseOfTheHouse() {
    Browser inHouse = new Browser(house);
    Browser here = new Browser(pages.address());
    for (String path : List.of("/calendar/strategy.ics?language=fr", "/letters/977/en.html")) {
      assertThat(here.get(path).body()).as(path).isEqualTo(inHouse.get(path).body());
    }
    assertThat(here.get("/health").body()).isEqualTo("up");
  }

  @Test
  void noKeyNoScheduleAndNoPartOfCaseworkIsThere() {
    assertThat(pages.context().getBeanNamesForType(KeyStore.class)).isEmpty();
    assertThat(pages.context().getBeanNamesForType(KeyedMarks.class)).isEmpty();
    assertThat(pages.context().getBeanNamesForType(ScheduledAnnotationBeanPostProcessor.class))
        .isEmpty();
    Map<String, Object> parts = pages.context().getBeansOfType(Object.class);
    assertThat(
            parts.values().stream()
                .map(part -> part.getClass().getName())
                .filter(
                    name ->
                        name.matches(
                            "org\\.passerelle\\.(protect|prosecute|understand|api|outbox|undo|demo|work|notice|mail|approval)\\..*")))
        .isEmpty();
  }
}
