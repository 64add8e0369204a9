package org.passerelle.protect.dataprotection.web;

import org.passerelle.pages.Filled;
import org.passerelle.protect.casefile.Sheet;

/**
 * The register of processing with the few fields that a person fills in.
 *
 * @param version that the form counts from
 */
public record RegisterPage(Sheet sheet, int version, Filled form) {}
