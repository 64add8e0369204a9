/** Pages of photographs. */
@NullMarked
package org.passerelle.protect.photograph.web;

import org.jspecify.annotations.NullMarked;
