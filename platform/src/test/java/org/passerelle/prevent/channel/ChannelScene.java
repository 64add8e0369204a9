package org.passerelle.prevent.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.api.ApiClient;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.prevent.tip.Triage;
import org.passerelle.register.Entered;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.storage.House;

/** A triage team and its partners, on a partnership that is in force. */
final class ChannelScene {
  static final String HERE = "/api/v1/partner-reports";
  static final String SEEN = "A man holds the passports of three girls, who may not speak";
  static final String CREW =
      """
      {"form":"crew","flight":"JU 540","route":"BEG–CDG","day":"2020-05-09","seat":"23A",
       "observations":"%s","danger_now":"no"}"""
          .formatted(SEEN);
  final House house;
  final Member officer;
  final SignedIn who;
  final Channels channels;
  final Entered register;
  final String partnership;

  ChannelScene(House house) {
    this.house = house;
    this.officer = Member.of(house, Role.TRIAGE_OFFICER);
    this.who = Staff.signedIn(officer.user());
    this.channels = house.get(Channels.class);
    this.register = new Entered(house);
    this.partnership = register.id("channel");
    house.get(TipTeams.class).begin(who);
    register.add("partnership", partnership, content("in-force"));
  }

  /** As before. A partnership on which a channel rests stays, so the channels end first. */
  void takeBack() {
    channels.list(who).stream()
        .filter(partner -> !partner.isEnded())
        .forEach(partner -> channels.close(who, partner.id()));
    register.takeBack();
  }

  private static Map<String, Object> content(String state) {
    return Map.of(
        "title",
        Map.of("en", "Skies without trade", "fr", "Ciel sans traite", "sr", "Небо без трговине"),
        "type",
        "public-private",
        "state",
        state);
  }

  /** Changes the state of the partnership in the register. */
  void state(String state, Object... more) {
    Register stored = house.get(Register.class);
    Entry entry = stored.facts().find("partnership", partnership).orElseThrow();
    Map<String, Object> changed = new java.util.HashMap<>(content(state));
    for (int i = 0; i < more.length; i += 2) {
      changed.put(more[i].toString(), more[i + 1]);
    }
    stored.save(
        house.somebody(Role.PROGRAMME_MANAGER),
        entry.kind(),
        entry.id(),
        entry.revision(),
        changed,
        "test");
  }

  UUID partner(String name, String sector) {
    return channels.open(
        who, new Channels.Draft(name, sector, partnership, "Duty desk, +381 11 555 0100"));
  }

  String token(UUID partner) {
    return channels.issue(who, partner);
  }

  HttpResponse<String> sends(String token, String body) throws Exception {
    return sends(token, body, UUID.randomUUID());
  }

  HttpResponse<String> sends(String token, String body, UUID key) throws Exception {
    return new ApiClient(house).post(HERE, token, body, key.toString());
  }

  /** Sends a report that is taken; gives the address by which it is asked for. */
  String taken(String token, String body) throws Exception {
    HttpResponse<String> answer = sends(token, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("location").orElseThrow();
  }

  String read(String token, String address) throws Exception {
    return new ApiClient(house).get(address, token).body();
  }

  Triage triage() {
    return house.get(Triage.class);
  }

  /** The only open tip of the team. */
  Tip tip() {
    assertThat(triage().list(who, false)).hasSize(1);
    return triage().list(who, false).get(0);
  }
}
