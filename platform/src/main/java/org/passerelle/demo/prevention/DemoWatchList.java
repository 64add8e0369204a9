package org.passerelle.demo.prevention;

import static org.passerelle.language.ResourceYaml.maps;
import static org.passerelle.language.ResourceYaml.text;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.language.ResourceYaml;
import org.passerelle.prevent.watch.WatchList;
import org.springframework.stereotype.Component;

/** The watch list of the demonstration's triage team. Thread-safe. */
@Component
public class DemoWatchList {
  private final WatchList list;
  private final DemoDays days;

  DemoWatchList(WatchList list, DemoDays days) {
    this.list = list;
    this.days = days;
  }

  /** Does nothing if something stands on it. */
  public void enter(SignedIn officer) {
    if (list.list(officer).isEmpty()) {
      maps(ResourceYaml.read(DemoDays.FILE).get("watched")).forEach(entry -> enter(officer, entry));
    }
  }

  private void enter(SignedIn officer, Map<String, Object> entry) {
    UUID id =
        list.enter(
                officer,
                new WatchList.New(text(entry, "kind"), text(entry, "words"), null, null),
                seen(entry))
            .id();
    maps(entry.get("again")).forEach(one -> list.sighted(officer, id, seen(one)));
    if (entry.containsKey("state")) {
      list.state(officer, id, text(entry, "state"), list.current(officer, id).version());
    }
  }

  private WatchList.Seen seen(Map<String, Object> entry) {
    return new WatchList.Seen(days.of(entry, "seen"), text(entry, "where"));
  }
}
