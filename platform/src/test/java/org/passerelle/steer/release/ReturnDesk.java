package org.passerelle.steer.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.disclosure.Published;
import org.passerelle.prosecute.Scenes;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;

/** Two programme managers and a supervisor of one organisation; nobody else is counted. */
final class ReturnDesk {
  static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  private static final Pattern APPROVE =
      Pattern.compile("action=\"(/house/approvals/[0-9a-f-]{36}/approve)\"");
  final House house;
  final Browser manager;
  final Browser second;
  final Member supervisor;

  ReturnDesk(House house) {
    this.house = house;
    FigureScenes.nothingReleased(house);
    OffsetDateTime thisYear = start(FigureScenes.back(house, 0));
    moved("update protect_case set opened_at = :long where opened_at < :year", thisYear);
    moved("update suspect set at = :long where at < :year", thisYear);
    Member first = Member.of(house, Role.PROGRAMME_MANAGER);
    UUID organisation = first.user().organisation();
    manager = first.browser();
    second = Member.in(house, organisation, Role.PROGRAMME_MANAGER).nextCode().browser();
    supervisor = Member.in(house, organisation, Role.SUPERVISOR);
  }

  static OffsetDateTime start(Period period) {
    return period.from().atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  void persons(int many, String form, Period period) {
    SignedIn who = Staff.signedIn(supervisor.user());
    for (int i = 0; i < many; i++) {
      FigureScenes.opened(
          house, SomeCase.in("RS").form(form).gender("female").nationalities("RS"), period, who);
    }
  }

  /** Adults of one sex who became suspects forty days after the beginning of a year. */
  List<UUID> suspects(int many, String sex, Period period, Scenes.Begun in) {
    Scenes scenes = new Scenes(house);
    return IntStream.range(0, many)
        .mapToObj(i -> scenes.suspect(in.id(), "Anton Grey " + i, in.prosecutor()))
        .peek(
            id ->
                changed(
                    "update suspect set sex = '%s', minor = false, citizenship = 'RS', at = :at where id = :id"
                        .formatted(sex),
                    Map.of("at", start(period).plusDays(40), "id", id)))
        .toList();
  }

  void changed(String sql, Map<String, ?> values) {
    assertThat(house.db().sql(sql).params(values).update()).isOne();
  }

  static String at(String id, Period year) {
    return "/steer/returns/" + id + "/" + year.year();
  }

  String seen(String at) {
    String page = manager.get(at).body();
    Matcher seen = SEEN.matcher(page);
    assertThat(seen.find()).as(page).isTrue();
    return seen.group(1);
  }

  void released(String at) {
    assertThat(manager.post(at, "seen", seen(at)).location()).isEqualTo(at);
    approve();
  }

  void approve() {
    Matcher form = APPROVE.matcher(second.get("/house/approvals").body());
    assertThat(form.find()).as("request that waits").isTrue();
    second.post(form.group(1));
  }

  Published published(FigureRelease release) {
    return Published.read(
        "release.json",
        house.get(FigureReleases.class).content(release.number()).orElseThrow().content());
  }

  private void moved(String sql, OffsetDateTime thisYear) {
    house.db().sql(sql).param("long", thisYear.minusYears(30)).param("year", thisYear).update();
  }
}
