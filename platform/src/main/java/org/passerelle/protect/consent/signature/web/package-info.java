/** The page of a signature. */
@NullMarked
package org.passerelle.protect.consent.signature.web;

import org.jspecify.annotations.NullMarked;
