package org.passerelle.prevent.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Entries of the watch list that a tip names or shows, and those that came from it. */
@Component
class WatchedTips implements TipSource {
  /** Pictures of a tip that are compared; decoding more would keep its reader waiting. */
  private static final int MOST_PICTURES = 8;

  private final WatchFinds finds;

  WatchedTips(WatchFinds finds) {
    this.finds = finds;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Found> of(SignedIn who, UUID tip, List<TipContent> written) {
    String text =
        written.stream()
            .flatMap(part -> Stream.of(part.what(), part.where(), part.when(), part.danger()))
            .collect(Collectors.joining("\n"));
    Map<UUID, Found> found = new LinkedHashMap<>();
    finds.from(who, tip).forEach(entry -> found.put(entry.id(), found(entry, true)));
    Stream.concat(finds.in(who, text).stream(), shown(who, written).stream())
        .forEach(entry -> found.putIfAbsent(entry.id(), found(entry, false)));
    return List.copyOf(found.values());
  }

  private List<WatchEntry> shown(SignedIn who, List<TipContent> written) {
    List<WatchEntry> pictures = finds.pictures(who);
    List<WatchEntry> shown = new ArrayList<>();
    if (!pictures.isEmpty()) {
      written.stream()
          .flatMap(part -> part.files().stream())
          .limit(MOST_PICTURES)
          .flatMap(file -> PictureHash.tried(file.content()).stream())
          .forEach(hash -> pictures.stream().filter(one -> is(one, hash)).forEach(shown::add));
    }
    return shown;
  }

  private static boolean is(WatchEntry entry, long hash) {
    Long picture = entry.picture();
    return picture != null && WatchFinds.isNear(picture, hash);
  }

  private static Found found(WatchEntry entry, boolean linked) {
    return new Found(
        entry.code(),
        entry.words(),
        "watch.kind." + entry.kind(),
        "watch.state." + entry.state(),
        "/prevent/watch/" + entry.id(),
        linked);
  }
}
