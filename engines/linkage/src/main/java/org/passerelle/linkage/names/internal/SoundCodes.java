package org.passerelle.linkage.names.internal;

/**
 * Sounds as numbers, so that a comparison looks costs up in arrays. Not written to after it is
 * made.
 *
 * @param text the sounds as letters
 * @param codes number of each sound
 * @param pairs number of each sound with the one before it, where the two may be heard as one; else
 *     -1
 */
record SoundCodes(String text, byte[] codes, byte[] pairs) {
  int length() {
    return codes.length;
  }
}
