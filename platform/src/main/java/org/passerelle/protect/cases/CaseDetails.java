package org.passerelle.protect.cases;

/**
 * The sealed part of a case.
 *
 * @param pseudonym what colleagues call the person in lists, or empty
 * @param howCame in words: who brought the person, what was said
 * @param takeCare what everybody who meets the person must know
 * @param safeNote how to call or write, if at all
 */
public record CaseDetails(String pseudonym, String howCame, String takeCare, String safeNote) {}
