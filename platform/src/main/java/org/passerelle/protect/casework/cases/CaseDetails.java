package org.passerelle.protect.casework.cases;

/**
 * The encrypted part of a case.
 *
 * @param pseudonym name used by colleagues in lists, or empty
 * @param howCame how the person was referred: who brought them and what was said
 * @param takeCare what everybody who meets the person must know
 * @param safeNote how the person may be contacted, if at all
 */
public record CaseDetails(String pseudonym, String howCame, String takeCare, String safeNote) {}
