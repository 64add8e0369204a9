package org.passerelle.prevent.watch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.prevent.watch.WatchEntry;
import org.passerelle.prevent.watch.WatchList;

/** Fields that forms of the watch list share. */
final class WatchForms {
  private WatchForms() {}

  /** Proposes today as the day. */
  static void blank(Act act) {
    act.form(Map.of("day", act.page().moments().today().toString()));
  }

  static WatchList.Seen seen(Act act) {
    LocalDate today = act.page().moments().today();
    return new WatchList.Seen(
        act.form().neededDay("day", today, today), act.form().neededText("place", Filled.SHORT));
  }

  static List<Option> kinds(Act act) {
    return options(WatchEntry.KINDS, "watch.kind.", act);
  }

  static List<Option> states(Act act) {
    return options(WatchEntry.STATES, "watch.state.", act);
  }

  private static List<Option> options(List<String> codes, String prefix, Act act) {
    return codes.stream().map(code -> new Option(code, act.text(prefix + code))).toList();
  }
}
