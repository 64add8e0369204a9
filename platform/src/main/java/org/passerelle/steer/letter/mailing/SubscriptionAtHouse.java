package org.passerelle.steer.letter.mailing;

import org.passerelle.PublicProcess;
import org.passerelle.pages.Reader;

/** Subscribing needs keys of the house: the process of the public pages leads there, if it can. */
@PublicProcess
class SubscriptionAtHouse implements SubscriptionOffer {
  private final Reader reader;

  SubscriptionAtHouse(Reader reader) {
    this.reader = reader;
  }

  @Override
  public boolean offered() {
    return reader.house() != null;
  }
}
