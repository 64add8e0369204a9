package org.passerelle.prevent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What recruits people online is entered once, followed, and never opened by the server. */
@OnBothDatabases
@Tag("slow")
class WatchListTest {
  private static final String HERE = "/prevent/watch";
  private static final String ADVERT = "Посао у Бечу, без папира";
  @Parameter House house;
  private Member officer;
  private SignedIn who;
  private WatchList watch;

  @BeforeEach
  void anOfficer() {
    officer = Member.of(house, Role.TRIAGE_OFFICER);
    who = Staff.signedIn(officer.user());
    watch = house.get(WatchList.class);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private WatchList.Seen seen(String place) {
    return new WatchList.Seen(today(), place);
  }

  private WatchList.Entered enter(String kind, String words) {
    return watch.enter(
        who, new WatchList.New(kind, words, null, null), seen("A group for season work"));
  }

  private Browser.Answer sends(Browser browser, String kind, String words) {
    browser.get(HERE + "/new");
    return browser.post(
        HERE, "kind", kind, "words", words, "day", today().toString(), "place", "Drivers");
  }

  @Test
  void anEntryIsFollowedOnItsPages() {
    Browser browser = officer.browser();
    assertThat(browser.get(HERE).body()).contains("Nothing stands on the list");
    assertThat(browser.get(HERE + "/new").status()).isEqualTo(200);
    assertThat(browser.post(HERE, "kind", "account", "words", "").status()).isEqualTo(422);
    String at = sends(browser, "account", "https://example.org/elite-jobs").location();
    assertThat(at).startsWith(HERE + "/");
    assertThat(browser.get(at).body())
        .contains("https://example.org/elite-jobs", "Drivers", "Watched")
        .as("nothing leads there")
        .doesNotContain("href=\"https://example.org", "src=\"https://example.org");
    assertThat(browser.post(at + "/state", "state", "nonsense", "_version", "1").status())
        .isEqualTo(422);
    browser.get(at);
    assertThat(browser.post(at + "/state", "state", "taken_down", "_version", "1").location())
        .isEqualTo(at);
    assertThat(browser.get(at).body())
        .contains("Taken down")
        .doesNotContain("Seen again since it was taken down");
    house.clock().pass(Duration.ofDays(2));
    browser = Member.in(house, who.organisation(), Role.TRIAGE_OFFICER).browser();
    assertThat(browser.get(at).status()).isEqualTo(200);
    assertThat(
            browser
                .post(at + "/sightings", "day", today().toString(), "place", "Poster in Subotica")
                .location())
        .isEqualTo(at);
    assertThat(browser.get(at).body())
        .contains("Poster in Subotica", "Seen again since it was taken down");
    assertThat(browser.get(HERE).body()).contains("elite-jobs", "Seen again");
    assertThat(browser.get(HERE + "?state=taken_down").body()).contains("elite-jobs");
    assertThat(browser.get(HERE + "?state=reported").body()).doesNotContain("elite-jobs");
    browser.get(at);
    assertThat(browser.post(at + "/remove").location()).isEqualTo(HERE);
    assertThat(browser.get(at).status()).isEqualTo(404);
    for (String table : List.of("watch_sighting", "watch_step")) {
      assertThat(rows(table + " s join watch_entry e on e.id = s.entry")).isZero();
    }
  }

  @Test
  void othersDoNotSeeIt() {
    UUID entry = enter("phrase", ADVERT).id();
    Member other = Member.of(house, Role.TRIAGE_OFFICER);
    SignedIn stranger = Staff.signedIn(other.user());
    assertThat(other.browser().get(HERE + "/" + entry).status()).isEqualTo(404);
    assertThat(watch.list(stranger)).isEmpty();
    assertThat(house.get(WatchFinds.class).in(stranger, ADVERT)).isEmpty();
    assertThatThrownBy(() -> watch.state(stranger, entry, "taken_down", 1))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> watch.remove(stranger, entry)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> watch.sighted(stranger, entry, seen("Here")))
        .isInstanceOf(NotFound.class);
    Member responder = Member.in(house, who.organisation(), Role.FIRST_RESPONDER);
    assertThat(responder.browser().get(HERE).status()).isEqualTo(404);
  }

  @Test
  void analystsAndInvestigatorsReadItAndChangeNothing() {
    UUID entry = enter("phrase", ADVERT).id();
    for (Role role : List.of(Role.ANALYST, Role.PROSECUTOR, Role.INVESTIGATOR)) {
      Browser reader = Member.in(house, who.organisation(), role).browser();
      assertThat(reader.get(HERE).body()).contains("без папира").doesNotContain(HERE + "/new");
      assertThat(reader.get(HERE + "/" + entry).body())
          .contains("A group for season work")
          .doesNotContain("Add the sighting", "Save the state", "Remove it");
      assertThat(reader.get(HERE + "/new").status()).isEqualTo(404);
      reader.get(HERE + "/" + entry);
      assertThat(reader.post(HERE + "/" + entry + "/remove").status()).isEqualTo(404);
    }
    assertThat(watch.list(who)).hasSize(1);
  }

  @Test
  void theSameBecomesASighting() throws Exception {
    UUID entry = enter("phrase", ADVERT).id();
    WatchList.Entered again = enter("phrase", "posao u  BEČU, bez papira");
    assertThat(again.known()).isTrue();
    assertThat(again.id()).isEqualTo(entry);
    assertThat(watch.open(who, entry).sightings()).hasSize(2);
    Browser browser = officer.browser();
    String at = sends(browser, "phrase", "ПОСАО У БЕЧУ БЕЗ ПАПИРА").location();
    assertThat(at).isEqualTo(HERE + "/" + entry);
    assertThat(browser.get(at).body()).contains("This stood on the list already");
    assertThat(rows("watch_entry e")).isEqualTo(1);
  }

  @Test
  void ofFourAtOnceOneEntersAndNobodyLosesWhatTheySaw() throws Exception {
    ExecutorService four = Executors.newFixedThreadPool(4);
    Callable<WatchList.Entered> entering = () -> enter("account", "@elite.jobs");
    List<WatchList.Entered> entered = new ArrayList<>();
    for (Future<WatchList.Entered> one :
        four.invokeAll(List.of(entering, entering, entering, entering))) {
      entered.add(one.get());
    }
    four.shutdown();
    assertThat(entered).extracting(WatchList.Entered::id).containsOnly(entered.get(0).id());
    assertThat(entered).filteredOn(one -> !one.known()).hasSize(1);
    assertThat(watch.open(who, entered.get(0).id()).sightings()).hasSize(4);
  }

  @Test
  void ofTwoWhoSetAStateTheSecondIsTold() {
    UUID entry = enter("account", "@elite.jobs").id();
    Browser one = officer.browser();
    Browser two = Member.in(house, who.organisation(), Role.TRIAGE_OFFICER).browser();
    String at = HERE + "/" + entry;
    one.get(at);
    two.get(at);
    one.post(at + "/state", "state", "reported", "_version", "1");
    Browser.Answer late = two.post(at + "/state", "state", "taken_down", "_version", "1");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("Reported to the platform");
    assertThat(watch.current(who, entry).state()).isEqualTo("reported");
    assertThatThrownBy(() -> watch.state(who, entry, "taken_down", 1))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(watch.open(who, entry).steps())
        .extracting(WatchEntry.Step::state)
        .containsExactly("reported", "watched");
  }

  @Test
  void whatIsNearlyTheSameIsSaid() {
    UUID first = enter("account", "@elite.jobs").id();
    Browser browser = officer.browser();
    String at = sends(browser, "account", "example.org/elite_jobs_2").location();
    assertThat(browser.get(at).body())
        .contains("Nearly the same", watch.current(who, first).code(), HERE + "/" + first);
    browser.get(at);
    String place = "Group of @elite.jobs";
    browser.post(at + "/sightings", "day", today().toString(), "place", place);
    assertThat(browser.get(at).body()).contains("names " + watch.current(who, first).code());
  }

  @Test
  void hostileWordsAreShownAsTheyAreWritten() {
    Browser browser = officer.browser();
    String html = "<script>alert(1)</script><a href=\"javascript:alert(2)\">\"'`";
    String at = sends(browser, "account", html).location();
    for (String page : List.of(HERE, at)) {
      assertThat(browser.get(page).body())
          .contains("&lt;script&gt;alert(1)")
          .doesNotContain("<script>alert", "<a href=\"javascript");
    }
    String turned = sends(browser, "account", "elite\u202Esboj").location();
    assertThat(browser.get(turned).body()).contains("elitesboj").doesNotContain("\u202E");
    assertThat(sends(browser, "phone", "12 34").status()).isEqualTo(422);
    assertThat(sends(browser, "phrase", "! ?").status()).isEqualTo(422);
    assertThat(sends(browser, "picture", "no picture").status()).isEqualTo(422);
    assertThat(sends(browser, "phrase", "a".repeat(501)).status()).isEqualTo(422);
    browser.get(HERE + "/new");
    String tomorrow = today().plusDays(2).toString();
    assertThat(
            browser
                .post(HERE, "kind", "account", "words", "@later", "day", tomorrow, "place", "x")
                .status())
        .isEqualTo(422);
  }

  @Test
  void theDatabaseHoldsNoWords() {
    enter("phrase", ADVERT);
    List<byte[]> sealed = new ArrayList<>();
    for (String column : List.of("e.words", "s.place")) {
      sealed.addAll(
          house
              .db()
              .sql(
                  "select "
                      + column
                      + " from watch_entry e join watch_sighting s on s.entry = e.id where e.organisation = :of")
              .param("of", who.organisation())
              .query(byte[].class)
              .list());
    }
    assertThat(sealed)
        .hasSize(2)
        .allSatisfy(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .doesNotContain("Бечу", "season"));
  }

  @Test
  void whatNobodySawForTwoYearsGoes() {
    UUID old = enter("phrase", ADVERT).id();
    UUID seen = enter("account", "@elite.jobs").id();
    house.clock().pass(WatchRetention.KEPT.minusDays(1));
    watch.sighted(who, seen, seen("Again"));
    house.clock().pass(Duration.ofDays(2));
    house.get(WatchRetention.class).deleteOld();
    assertThat(watch.list(who)).extracting(WatchEntry::id).containsExactly(seen);
    assertThatThrownBy(() -> watch.open(who, old)).isInstanceOf(NotFound.class);
  }

  private int rows(String from) {
    return house
        .db()
        .sql("select count(*) from " + from + " where e.organisation = :of")
        .param("of", who.organisation())
        .query(Integer.class)
        .single();
  }
}
