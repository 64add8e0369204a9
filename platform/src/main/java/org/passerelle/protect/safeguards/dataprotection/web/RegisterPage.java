package org.passerelle.protect.safeguards.dataprotection.web;

import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.casefile.Sheet;

/**
 * View of the register of processing with its few editable fields.
 *
 * @param version version on which the form is based
 */
public record RegisterPage(Sheet sheet, int version, Filled form) {}
