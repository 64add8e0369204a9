package org.passerelle.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that can happen to a phone during screenings. */
final class PhoneFaults {
  private static final String CLOSED_UNDER_IT =
      """
      () => {
        const real = IDBDatabase.prototype.transaction;
        let count = 0;
        IDBDatabase.prototype.transaction = function (...asked) {
          count++;
          if (count % 9 === 1) { this.close(); this.dispatchEvent(new Event('close')); }
          const transaction = real.apply(this, asked);
          if (count % 31 === 3) setTimeout(() => { try { transaction.abort(); } catch { /* it was quicker */ } });
          return transaction;
        };
      }
      """;

  private static final String OTHER_DAY =
      """
      days => {
        const real = Date, shift = days * 864e5;
        globalThis.Date = class extends real {
          constructor(...given) { if (given.length) super(...given); else super(real.now() + shift); }
          static now() { return real.now() + shift; }
        };
      }
      """;

  private final PhoneHand phone;
  private final Between between;
  private final int most;
  private final Random chance = new Random(18);
  private final Map<String, String> entered = new LinkedHashMap<>();
  private final Set<String> begun = new TreeSet<>();
  private final Map<String, Integer> happened = new TreeMap<>();
  private int kills;
  private int papers;

  /**
   * A phone in use.
   *
   * @param most number of times its browser is killed
   */
  PhoneFaults(PhoneHand phone, Between between, int most) {
    this.phone = phone;
    this.between = between;
    this.most = most;
  }

  /** Screens one more person, during which something happens. */
  void enter(String mark, int number) {
    boolean online = number % 4 == 3;
    between.bad(online);
    between.away(!online);
    try {
      fault(mark, number % 10);
    } catch (RuntimeException failed) {
      String shown = phone.page().locator("body").innerText();
      throw new AssertionError(mark + " at " + phone.page().url() + ": " + shown, failed);
    }
  }

  private void fault(String mark, int which) {
    switch (which) {
      case 0 -> screen(mark);
      case 1 -> leave(mark);
      case 2 -> killedWhileItIsFinished(mark);
      case 3 -> handedInOverABadNetwork(mark);
      case 4 -> closedUnderIt(mark);
      case 5 -> withAWrongClock(mark, chance.nextBoolean() ? 1 : -1);
      case 6 -> withoutRoom(mark);
      case 7 -> afterTheSession(mark);
      case 8 -> killedWhileItIsHandedIn(mark);
      default -> duringAnUpdate(mark);
    }
  }

  int kills() {
    return kills;
  }

  /** Number of incidents by kind. */
  String what() {
    return happened.toString();
  }

  /** Marks of the entered screenings. */
  List<String> entered() {
    return entered.values().stream().map(mark -> mark.substring(0, 8)).sorted().toList();
  }

  private void happens(String what) {
    happened.merge(what, 1, Integer::sum);
  }

  private static Map<String, String> written(String mark) {
    return Map.of("act", mark + ", told in her own words");
  }

  /** Two of three have a photograph. */
  private boolean paper() {
    papers += entered.size() % 3 != 2 ? 1 : 0;
    return entered.size() % 3 != 2;
  }

  int papers() {
    return papers;
  }

  private void screen(String mark) {
    entered.put(phone.screen(Pocket.POSSIBLE_MINOR, written(mark), paper()), mark);
  }

  private void leave(String mark) {
    happens("left and finished later");
    String id = phone.almost(Pocket.POSSIBLE_MINOR, written(mark), paper());
    phone.leave();
    entered.put(id, mark);
    begun.add(id);
  }

  /** Finishes what was begun, in another order. */
  void finishWhatIsBegun() {
    between.away(true);
    List<String> order = new ArrayList<>(begun);
    Collections.shuffle(order, chance);
    for (String id : order) {
      phone.resume(id);
      phone.pocket().through(Pocket.POSSIBLE_MINOR, Map.of(), false);
      begun.remove(id);
    }
  }

  private void killedWhileItIsFinished(String mark) {
    if (kills >= most) {
      screen(mark);
      return;
    }
    String id = phone.almost(Pocket.POSSIBLE_MINOR, written(mark), paper());
    entered.put(id, mark);
    // pressed, and killed within the next milliseconds
    phone
        .page()
        .evaluate(
            "after => { setTimeout(() => document.querySelector('.thumb .primary').click(), after); }",
            chance.nextInt(3) * 4);
    kill("killed while it is finished");
    Map<String, String> kept = phone.pocket().start().kept();
    if (!kept.getOrDefault("queue", "").contains(id)) {
      assertThat(kept.get("drafts")).as("%s is neither finished nor begun", mark).contains(id);
      begun.add(id);
    }
  }

  private void kill(String why) {
    happens(why);
    kills++;
    phone.kill();
  }

  private void handedInOverABadNetwork(String mark) {
    happens("handed in over a bad network");
    screen(mark);
    between.bad(true);
    between.away(false);
    phone.signIn();
    phone.pocket().start();
    phone.handIn();
  }

  private void closedUnderIt(String mark) {
    happens("store closed under it");
    phone.pocket().start();
    phone.page().evaluate(CLOSED_UNDER_IT);
    screen(mark);
    phone.page().reload();
  }

  private void withAWrongClock(String mark, int days) {
    happens("clock wrong by a day");
    phone.pocket().start();
    phone.page().evaluate(OTHER_DAY, days);
    screen(mark);
    phone.page().reload();
  }

  /** If the storage is full, that is reported, and earlier work is kept. */
  private void withoutRoom(String mark) {
    happens("no room");
    String id = phone.almost(Pocket.POSSIBLE_MINOR, written(mark), false);
    phone.leave();
    // the browser caches the amount of free storage for half a minute
    phone.again();
    phone.room(1);
    phone.pocket().start();
    phone.page().locator(".starts button.primary").tap();
    phone.page().waitForSelector(".notice.danger");
    phone.room(0);
    phone.again();
    phone.resume(id);
    phone.pocket().through(Pocket.POSSIBLE_MINOR, Map.of(), false);
    entered.put(id, mark);
  }

  private void afterTheSession(String mark) {
    happens("session ended");
    phone.page().context().clearCookies();
    screen(mark);
    between.away(false);
    phone.pocket().start();
    phone.page().reload();
    phone.page().waitForSelector("a[href='/phone/in']");
    phone.signIn();
    phone.pocket().start();
    phone.handIn();
  }

  private void killedWhileItIsHandedIn(String mark) {
    screen(mark);
    if (kills >= most) {
      return;
    }
    // before the phone reaches the server, so that nothing is submitted unnoticed
    between.hold();
    between.away(false);
    phone.signIn();
    phone.pocket().start();
    phone.page().evaluate("() => { import('/phone/queue.js').then(queue => queue.handIn(true)); }");
    Eventually.is("the house has it and the telephone does not know", between::stored);
    kill("killed while it is handed in");
    between.release();
  }

  private void duringAnUpdate(String mark) {
    between.away(false);
    between.newVersion("%016x".formatted(chance.nextLong()));
    String id = phone.begin();
    String place = "Шид, перон 2";
    phone.pocket().toThePlace();
    phone.page().locator("#q-where_place").fill(place);
    phone
        .page()
        .evaluate("() => { navigator.serviceWorker.getRegistration().then(r => r.update()); }");
    entered.put(id, mark);
    if (kills < most) {
      kill("killed during an update");
      assertThat(phone.pocket().start().kept().get("drafts")).as(mark).contains(id);
      phone.resume(id);
      phone.pocket().toTheFirst().through(Pocket.POSSIBLE_MINOR, written(mark), false);
      return;
    }
    happens("a newer version while it is entered");
    phone
        .page()
        .waitForFunction(
            "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)");
    // users are not interrupted while they type
    assertThat(phone.page().inputValue("#q-where_place")).isEqualTo(place);
    phone.pocket().toTheFirst().through(Pocket.POSSIBLE_MINOR, written(mark), false);
    phone.pocket().start();
    phone.page().reload();
    phone.page().waitForSelector(".notice button.btn");
    phone.page().locator(".notice button.btn").first().click();
    phone
        .page()
        .waitForFunction(
            "async () => !(await navigator.serviceWorker.getRegistration()).waiting"
                + " && (await caches.keys()).filter(n => n.startsWith('passerelle-phone-')).length === 1");
    phone.page().waitForSelector(".starts .primary");
  }

  /** Over a good network, signed in, until the phone reports that everything was received. */
  void handInEverything() {
    between.bad(false);
    between.away(false);
    phone.signIn();
    phone.pocket().start();
    Eventually.is(
        "everything arrives",
        () -> {
          phone.handIn();
          return phone.allArrived();
        });
    assertThat(begun).isEmpty();
  }
}
