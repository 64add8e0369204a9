/** Pages of signatures. */
@NullMarked
package org.passerelle.protect.sharing.consent.signature.web;

import org.jspecify.annotations.NullMarked;
