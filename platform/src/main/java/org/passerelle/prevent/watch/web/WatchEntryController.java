package org.passerelle.prevent.watch.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.watch.WatchEntry;
import org.passerelle.prevent.watch.WatchList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One entry of the watch list, its sightings and its state. */
@Controller
class WatchEntryController {
  private static final String ONE = WatchController.HERE + "/{id}";
  private static final String STATE = "state";
  private final WatchList watch;
  private final Users users;

  WatchEntryController(WatchList watch, Users users) {
    this.watch = watch;
    this.users = users;
  }

  @GetMapping(ONE)
  @Allowed({Role.TRIAGE_OFFICER, Role.ANALYST, Role.PROSECUTOR, Role.INVESTIGATOR})
  String open(@PathVariable UUID id, Act act) {
    WatchForms.blank(act);
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    WatchList.Opened opened = watch.open(act.who(), id);
    Map<UUID, String> names =
        users.names(
            Stream.concat(
                    opened.steps().stream().map(WatchEntry.Step::by),
                    opened.sightings().stream().map(WatchEntry.Sighting::by))
                .distinct()
                .toList());
    return act.show(
        "prevent/watch/entry",
        new WatchPage(
            opened, names, WatchForms.states(act), WatchList.keeps(act.who()), act.form()));
  }

  @PostMapping(ONE + "/sightings")
  @Allowed(Role.TRIAGE_OFFICER)
  String sighted(@PathVariable UUID id, Act act) {
    WatchList.Seen seen = WatchForms.seen(act);
    return act.refusalsAt("place")
        .submit(
            () -> page(id, act),
            () -> {
              watch.sighted(act.who(), id, seen);
              act.notice("good", "watch.sighted");
              return here(id);
            });
  }

  @PostMapping(ONE + "/state")
  @Allowed(Role.TRIAGE_OFFICER)
  String state(@PathVariable UUID id, Act act) {
    String state = act.form().neededCode(STATE, WatchForms.states(act));
    int version = act.form().version();
    return act.refusalsAt(STATE)
        .submit(
            () -> page(id, act),
            () -> {
              watch.state(act.who(), id, state, version);
              act.notice("good", "watch.state-saved");
              return here(id);
            },
            () ->
                Filled.with(
                    Map.of(
                        STATE, act.text("watch.state." + watch.current(act.who(), id).state()))));
  }

  @PostMapping(ONE + "/remove")
  @Allowed(Role.TRIAGE_OFFICER)
  String remove(@PathVariable UUID id, Act act) {
    return act.once(
        WatchController.HERE,
        () -> {
          watch.remove(act.who(), id);
          act.notice("good", "watch.removed");
        });
  }

  private static String here(UUID id) {
    return WatchController.HERE + "/" + id;
  }
}
