@echo off
rem The same command on Windows: run serve | test | check
cd /d "%~dp0"
py -3 run.py %*
