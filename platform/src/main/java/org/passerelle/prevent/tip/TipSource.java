package org.passerelle.prevent.tip;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** What another part of the room knows of what stands in a tip; shown beside it to its readers. */
public interface TipSource {
  /**
   * What is known.
   *
   * @param written what the writer sent, as far as it opens
   */
  List<Found> of(SignedIn who, UUID tip, List<TipContent> written);

  /**
   * Something that stands in the tip and elsewhere.
   *
   * @param kind key of its kind in the language files
   * @param state key of its state there
   * @param address of its page
   * @param linked whether it came from this tip
   */
  record Found(
      String code, String words, String kind, String state, String address, boolean linked) {}
}
