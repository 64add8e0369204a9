package org.passerelle.estimation;

/** A table cannot be read as capture histories; the message says where and what was expected. */
public final class BadTable extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  BadTable(String sentence) {
    super(sentence);
  }
}
