/** Pages of signatures. */
@NullMarked
package org.passerelle.protect.consent.signature.web;

import org.jspecify.annotations.NullMarked;
