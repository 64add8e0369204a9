/** The placement officer's home. */
@NullMarked
package org.passerelle.protect.placement.home.web;

import org.jspecify.annotations.NullMarked;
