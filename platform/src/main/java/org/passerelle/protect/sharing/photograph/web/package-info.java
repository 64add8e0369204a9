/** Pages of photographs. */
@NullMarked
package org.passerelle.protect.sharing.photograph.web;

import org.jspecify.annotations.NullMarked;
